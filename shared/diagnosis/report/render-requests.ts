/** Requests that open into their words, the example, and the lists of people. */
import type { ExamplePart } from "./example.ts";
import { type Html, html, name } from "./html.ts";
import { chaseGlyph, promiseGlyph, speaker, stateMark, tickGlyph } from "./marks.ts";
import { handsDiagram } from "./render-plots.ts";
import type { Line, RequestList, RequestRow } from "./request-rows.ts";
import type { Voice } from "./voice.ts";

const MARKS: Record<NonNullable<Line["mark"]>["kind"], Html> = {
  chase: chaseGlyph,
  promise: promiseGlyph,
  end: tickGlyph,
};

function lineOf({ date, time, side, name: who, text, kind, mark }: Line): Html {
  return html`${date !== null && html`<li class="d-date">${date}</li>`}<li class="d-said${mark?.kind === "chase" ? " d-said-chase" : ""}"><time>${time}</time><span class="d-who d-who-${side}">${speaker(side)}${name(who)}</span><span class="d-words">${
    kind !== null && html`<span class="d-kind">${kind}</span> `
  }<span dir="auto">${text}</span>${mark !== null && html` <span class="d-mark d-mark-${mark.kind}">${MARKS[mark.kind]}${mark.word}</span>`}</span></li>`;
}

const linesMarkup = (lines: readonly Line[]): Html => html`<ol class="d-thread">${lines.map(lineOf)}</ol>`;

function requestMarkup(row: RequestRow): Html {
  return html`<li><details class="d-request"><summary><span class="d-request-title" dir="auto">${row.title}</span><span class="d-request-facts"><span>${row.date}</span>${row.client !== null && html`<span>${name(row.client)}</span>`}${stateMark(row.resolved, row.state)}${
    row.chased !== null && html`<span class="d-mark d-mark-chase">${chaseGlyph}${row.chased}</span>`
  }${row.dropped !== null && html`<span class="d-mark d-mark-chase">${row.dropped}</span>`}${row.facts.map((fact) => html`<span>${fact}</span>`)}</span></summary>${linesMarkup(row.lines)}${row.moreLines !== null && html`<p class="d-quiet">${row.moreLines}</p>`}</details></li>`;
}

export const requestList = ({ rows, more }: RequestList): Html =>
  html`<ol class="d-requests">${rows.map(requestMarkup)}</ol>${more !== null && html`<p class="d-quiet">${more}</p>`}`;

export function exampleMarkup(example: ExamplePart, voice: Voice): Html {
  const { words } = voice;
  return html`<section class="d-part d-example" data-part="example">
<div class="d-heading"><h2>${example.heading}</h2><p>${words.head.yourWords}</p></div>
<div class="d-sheet">${linesMarkup(example.lines)}<h3 class="d-small-heading">${words.example.hands}</h3>${handsDiagram(example.hands, voice)}</div>
</section>`;
}
