import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeDiagnosis } from "../../../test/made-diagnosis.ts";
import { html } from "./html.ts";
import { renderPage } from "./page.ts";
import { renderReport } from "./render.ts";
import { makeReport } from "./report.ts";

const CSS = readFileSync(new URL("./report.css", import.meta.url), "utf8");
const EVIL = '"><script>alert(1)</script><img src=x onerror=alert(2)>';

const evil = () =>
  makeDiagnosis({
    names: { staff: [`Ann ${EVIL}`, "O'Brien & Sons"], clients: [`</style>${EVIL}`, "{name}"] },
    texts: [EVIL, "</title></details><style>*{}</style>", "a\u0000b\u001bc\ud800d", "'single' & \"double\""],
  });

/** Tags with their attributes; what was said stands between them. */
const tagsOf = (markup: string): string[] => markup.match(/<[^>]*>/g) ?? [];

test("nothing of a chat becomes markup", () => {
  const markup = renderReport(makeReport(evil(), "en"));
  const written = tagsOf(markup).join("\n");
  expect(/script|img|style|onerror|alert/.test(written.replaceAll('role="img"', ""))).toBe(false);
  expect(markup.includes("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;")).toBe(true);
  expect(markup.includes("abcd")).toBe(true);
  const names = new Set([...written.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag));
  expect([...names].sort()).toEqual([
    ...["article", "aside", "b", "bdi", "circle", "dd", "details", "div", "dl", "dt", "figure", "h1", "h2"],
    ...["h3", "header", "i", "li", "line", "ol", "p", "path", "rect", "section", "small", "span", "summary"],
    ...["svg", "table", "tbody", "td", "text", "th", "thead", "time", "tr", "tspan", "ul"],
  ]);
});

test("it stands under a policy without scripts and without inline styles, and asks no network", () => {
  const page = renderPage(makeReport(evil(), "en"), CSS);
  const written = tagsOf(page).join("\n");
  expect(/\sstyle=|\son\w+=|<script|javascript:|\s(?:src|href)=/.test(written)).toBe(false);
  expect(/url\(|@import|https?:/.test(CSS)).toBe(false);
  expect(page.match(/<style>/g)).toHaveLength(1);
  expect(page.match(/<\/style>/g)).toHaveLength(1);
  expect(page.includes("<title>Diagnosis of Wakala Mwangaza, Mombasa</title>")).toBe(true);
});

test("every element that opens is closed, in order", () => {
  for (const verdict of ["stay", "watch", "add_structure", "not_enough"] as const) {
    const markup = renderReport(
      makeReport(makeDiagnosis({ verdict, weeks: verdict === "stay" ? 1 : 9 }), "ar"),
    );
    const open: string[] = [];
    for (const [, end, tag = "", rest = ""] of markup.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>/g)) {
      if (end) expect(open.pop()).toBe(tag);
      else if (!rest.endsWith("/")) open.push(tag);
    }
    expect(open).toEqual([]);
  }
});

test("a sheet cannot end the style it stands in", () => {
  const page = renderPage(makeReport(makeDiagnosis(), "en"), "a{}</style><b>");
  expect(page.match(/<\/style>/g)).toHaveLength(1);
});

test("the report speaks its language and direction, names their own", () => {
  const page = renderPage(makeReport(makeDiagnosis(), "ar"), "");
  for (const part of ['<html lang="ar" dir="rtl">', "<bdi>Baraka</bdi>", '<span dir="auto">'])
    expect(page.includes(part), part).toBe(true);
});

test("parts that are nothing write nothing", () => {
  expect(html`<p>${null}${false}${""}${0}</p>`.markup).toBe("<p>0</p>");
});

test("every picture has words, or is marked as one that needs none", () => {
  const markup = renderReport(makeReport(makeDiagnosis(), "en"));
  const pictures = [...markup.matchAll(/<svg[^>]*>/g)].map(([tag]) => tag);
  const bare = pictures.filter((tag) => !/aria-hidden="true"|aria-label="[^"]+"|x="/.test(tag));
  expect(bare).toEqual([]);
});
