/** The report as one file: no network, no script; printable. */
import { html } from "./html.ts";
import { logo } from "./marks.ts";
import { article } from "./render.ts";
import type { Report } from "./report.ts";
import { plainText } from "./sentence.ts";

/** `css`: the text of report.css, which stands in the file itself. */
export function renderPage(report: Report, css: string): string {
  const { voice, head } = report;
  const { words } = voice;
  // A style ends where "</" stands; our own sheet holds none, and none may slip in.
  const style = { markup: css.replaceAll("</", "<\\/") };
  return html`<!doctype html>
<html lang="${voice.locale}" dir="${voice.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="robots" content="noindex">
<title>${plainText(head)}</title>
<style>${style}</style>
</head>
<body class="diagnosis-page">
<header class="d-bar"><span class="d-brand">${logo}Baton</span><span>${words.head.nothingSent}</span></header>
<main>${article(report)}</main>
</body>
</html>
`.markup;
}
