/** The report as markup: the same in the app's page and in the file. No scripts and no inline styles: both stand under a strict policy. */
import { type Html, html, name, sentence } from "./html.ts";
import { signChip } from "./marks.ts";
import { daysChart, hoursChart, sinceChart } from "./render-charts.ts";
import { adviceLine, intervalPlot } from "./render-plots.ts";
import { exampleMarkup, requestList } from "./render-requests.ts";
import type { Report } from "./report.ts";
import type { Sentence } from "./sentence.ts";
import type { SignRow } from "./sign-rows.ts";

/** Everything under one `<article class="diagnosis">`; dressed by report.css. */
export const renderReport = (report: Report): string => article(report).markup;

export function article(report: Report): Html {
  const { voice, requests } = report;
  const { words } = voice;
  return html`<article class="diagnosis" lang="${voice.locale}" dir="${voice.direction}">
<div class="d-main">
${top(report)}
${signs(report)}
${report.example && exampleMarkup(report.example, voice)}
${since(report)}
${days(report)}
${holders(report)}
${times(report)}
<section class="d-part d-all" data-part="requests"><details class="d-more"><summary>${voice.tell(words.request.all, { count: requests.rows.length })}</summary>${requestList(requests)}</details></section>
${definitions(report)}
</div>
<aside class="d-side">
${advice(report)}
${hours(report)}
${notTold(report)}
${people(report)}
</aside>
</article>`;
}

const run = (sentences: readonly Sentence[], between: string): Html => ({
  markup: sentences.map((one) => sentence(one).markup).join(between),
});

function top({ voice, head, read, headline, why, verdict }: Report): Html {
  const comma = voice.direction === "rtl" ? "، " : ", ";
  return html`<header class="d-part d-top" data-part="verdict">
<p class="d-head">${sentence(head)}</p>
<p class="d-read">${run(read, comma)}</p>
<h1 class="d-verdict">${headline}</h1>
<p class="d-why">${run(why, " ")}</p>
${adviceLine(verdict, voice)}
</header>`;
}

function signs({ signs: rows, voice }: Report): Html {
  const { words } = voice;
  return html`<section class="d-part d-signs" data-part="signs"><h2 class="d-out-of-sight">${words.sign.title}</h2>${rows.map((row) => signRow(row, voice))}
<p class="d-legend"><span><svg class="d-draw d-plot" width="26" height="12" aria-hidden="true"><line x1="1" x2="25" y1="6" y2="6" class="d-whisker" /><circle cx="13" cy="6" r="4" class="d-dot" /></svg>${words.sign.legendInterval}</span><span><svg class="d-draw" width="10" height="14" aria-hidden="true"><line x1="5" x2="5" y1="0" y2="14" class="d-limit" /></svg>${words.sign.legendLine}</span></p></section>`;
}

function signRow(row: SignRow, voice: Report["voice"]): Html {
  const { words } = voice;
  const notes = row.notes.map((note) => html`<span>${sentence(note)} </span>`);
  return html`<div class="d-sign" data-sign="${row.key}"><div class="d-sign-row">
<div class="d-sign-name"><h3>${row.name}</h3><p>${row.counts}</p></div>
<p class="d-figure${row.figure === null ? " d-untold" : ""}">${row.figure ?? words.sign.notTold}${row.interval !== null && html`<small>${row.interval}</small>`}</p>
<div class="d-evidence">${
    row.plot
      ? html`${intervalPlot(row.plot, row.judgement === "act", voice)}<p class="d-notes">${notes}</p>`
      : html`<p class="d-blank">${notes}</p>`
  }</div>
<p class="d-judged">${signChip(row.judgement, row.chip)}</p>
</div>${row.behind && html`<details class="d-more d-behind"><summary>${row.behind.label}</summary>${requestList(row.behind.list)}</details>`}</div>`;
}

function since({ since: part, voice }: Report): Html {
  if (!part) return html``;
  const { words } = voice;
  return html`<section class="d-part d-since" data-part="since"><div class="d-heading"><h2>${words.since.title}</h2><p>${words.since.counts}</p></div>${sinceChart(part, voice)}</section>`;
}

function days({ days: part, voice }: Report): Html {
  if (!part) return html``;
  return html`<section class="d-part d-week" data-part="days"><div class="d-heading"><h2>${voice.words.days.title}</h2><p>${part.heading}</p></div>${daysChart(part, voice)}</section>`;
}

function holders({ holders: part, voice }: Report): Html {
  if (!part) return html``;
  const { words } = voice;
  const rows = part.rows.map(
    ({ name: who, share, percent, requests, open, isHeld }) =>
      html`<tr class="${isHeld ? "d-held" : ""}"><th scope="row">${name(who)}</th><td class="d-share"><svg class="d-draw" width="100%" height="10" aria-hidden="true"><rect x="${voice.direction === "rtl" ? `${Math.round((1 - share) * 1000) / 10}%` : "0"}" y="1" width="${Math.round(share * 1000) / 10}%" height="8" class="${isHeld ? "d-bar-ink" : "d-bar"}" /></svg></td><td>${percent}</td><td>${requests}</td><td>${open ?? ""}</td></tr>`,
  );
  return html`<section class="d-part d-holders" data-part="holders"><div class="d-heading"><h2>${words.holders.title}</h2><p>${words.holders.counts}</p></div><table class="d-table d-holder-table"><tbody>${rows}</tbody></table>${part.notes.map((note) => html`<p class="d-note-line">${sentence(note)}</p>`)}</section>`;
}

function times({ times: rows, voice }: Report): Html {
  const { words } = voice;
  const head = (["what", "median", "interval", "p90", "business", "n"] as const).map(
    (key) => html`<th scope="col">${words.times[key]}</th>`,
  );
  // On a phone each row becomes a list, where a cell says itself what it is.
  const cell = (key: "median" | "interval" | "p90" | "business" | "n", value: string) =>
    html`<td data-what="${words.times[key]}">${value}</td>`;
  const body = rows.map(
    ({ what, median, interval, p90, business, n }) =>
      html`<tr><th scope="row">${what}</th>${cell("median", median)}${cell("interval", interval)}${cell("p90", p90)}${cell("business", business)}${cell("n", n)}</tr>`,
  );
  return html`<section class="d-part d-times" data-part="times"><h2>${words.times.title}</h2><table class="d-table d-time-table"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table><p class="d-quiet">${words.times.note}</p></section>`;
}

function definitions({ definitions: { interval, terms }, voice }: Report): Html {
  return html`<section class="d-part d-how" data-part="definitions"><details class="d-more"><summary>${voice.words.how.title}</summary><p>${interval}</p><dl>${terms.map(({ term, text }) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl></details></section>`;
}

function advice({ advice: steps, voice }: Report): Html {
  if (steps.length === 0) return html``;
  const { words } = voice;
  const title = steps.length === 1 ? words.advice.one : words.advice.title;
  return html`<section class="d-part d-advice" data-part="advice"><h2>${title}</h2><ol>${steps.map((step, place) => html`<li>${steps.length > 1 && html`<b>${voice.number(place + 1)}</b>`}<span>${sentence(step)}</span></li>`)}</ol></section>`;
}

const hours = ({ hours: part, voice }: Report): Html =>
  html`<section class="d-part d-hours" data-part="hours"><h2>${voice.words.hours.title}</h2>${hoursChart(part, voice)}</section>`;

const notTold = ({ notTold: lines, voice }: Report): Html =>
  html`<section class="d-part d-not-told" data-part="not-told"><h2>${voice.words.notTold.title}</h2>${lines.map((line) => html`<p>${sentence(line)}</p>`)}</section>`;

function people({ people: { rows, others }, voice }: Report): Html {
  const { words } = voice;
  const list = rows.map(
    ({ name: who, roleWord, messages, reasons, isUnsure }) =>
      html`<li><span class="d-person"><b>${name(who)}</b> <span>${messages}</span></span><span class="d-reasons">${roleWord}${isUnsure && html`, ${words.people.unsure}`}${reasons !== "" && html` · ${reasons}`}</span></li>`,
  );
  return html`<section class="d-part d-people" data-part="people"><h2>${words.people.title}</h2>${rows.length > 0 ? html`<ul>${list}</ul><p class="d-quiet">${others}</p>` : html`<p>${words.people.nobody}</p>`}</section>`;
}
