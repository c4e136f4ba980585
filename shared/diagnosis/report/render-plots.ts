/** The pictures that are one line each: where the advice stands, an interval against its lines, who had the word. */
import type { Verdict } from "../diagnosis.ts";
import type { ExamplePart } from "./example.ts";
import { type Html, html } from "./html.ts";
import type { Plot } from "./sign-rows.ts";
import type { Voice } from "./voice.ts";

/** A place along a picture, from its start side: right to left it runs from the right. */
export const along = (voice: Voice, share: number): string =>
  `${Math.round((voice.direction === "rtl" ? 1 - share : share) * 10_000) / 100}%`;

const STATIONS = ["stay", "watch", "add_structure"] as const satisfies readonly Verdict[];

/** Stay, watch, add structure: the baton lies at one of them, or flat before the line where nothing can be told. */
export function adviceLine(verdict: Verdict, voice: Voice): Html {
  const { words } = voice;
  const at = verdict === "not_enough" ? -1 : STATIONS.indexOf(verdict);
  const x = (place: number) => along(voice, 0.035 + place * 0.465);
  const lean = voice.direction === "rtl" ? -1 : 1;
  const stations = STATIONS.map((_, place) =>
    place === at ? html`` : html`<circle cx="${x(place)}" cy="16" r="4.5" class="d-station" />`,
  );
  const baton = html`<svg x="${x(Math.max(0, at))}" y="16" overflow="visible"><path d="M${-13 * lean} 6.5 ${13 * lean} -6.5" class="d-baton-gap" /><path d="M${-13 * lean} 6.5 ${13 * lean} -6.5" class="d-baton" /></svg>`;
  const flat = html`<svg x="${x(0)}" y="30" overflow="visible"><path d="M${-4 * lean} 0H${22 * lean}" class="d-baton" /></svg>`;
  const said = STATIONS.map(
    (station, place) =>
      html`<li class="${place === at ? "d-here" : ""}"${place === at ? html` aria-current="true"` : null}>${words.line[station]}</li>`,
  );
  return html`<figure class="d-line">
<svg width="100%" height="${at < 0 ? 38 : 32}" aria-hidden="true" class="d-draw"><line x1="${x(0)}" x2="${x(2)}" y1="16" y2="16" class="${at < 0 ? "d-track d-dashed" : "d-track"}" />${stations}${at < 0 ? flat : baton}</svg>
<ol aria-label="${words.line.label}">${said}</ol>${at < 0 ? html`<p class="d-nowhere">${words.line.not_enough}</p>` : null}
</figure>`;
}

/** Dot and whiskers from 0 to 100 %, with the lines from which the advice changes. */
export function intervalPlot(plot: Plot, isOver: boolean, voice: Voice): Html {
  const { words, percent } = voice;
  const x = (share: number) => along(voice, 0.01 + Math.min(1, Math.max(0, share)) * 0.98);
  const limits = plot.lines
    ? [
        { at: plot.lines.watch, word: words.sign.watchFrom },
        { at: plot.lines.act, word: words.sign.actFrom },
      ]
    : [];
  const isClose = plot.lines !== null && plot.lines.act - plot.lines.watch < 0.19;
  const drawn = limits.map(
    ({ at, word }, place) =>
      html`<line x1="${x(at)}" x2="${x(at)}" y1="3" y2="19" class="d-limit" /><text x="${x(at)}" y="33" text-anchor="${isClose ? (place === 0 ? "end" : "start") : "middle"}"${isClose ? html` dx="${(place === 0 ? 12 : -4) * (voice.direction === "rtl" ? -1 : 1)}"` : null} class="d-tick"><tspan class="d-wide-only">${word} </tspan>${percent(at)}</text>`,
  );
  // An end's figure would run into a line's.
  const [low, high] = [limits[0]?.at ?? 1, limits.at(-1)?.at ?? 0];
  const ends = html`${low > (isClose ? 0.2 : 0.13) && html`<text x="${x(0)}" y="33" text-anchor="start" class="d-tick">${percent(0)}</text>`}${high < 0.8 && html`<text x="${x(1)}" y="33" text-anchor="end" class="d-tick">${percent(1)}</text>`}`;
  return html`<svg class="d-draw d-plot${isOver ? " d-over" : ""}" width="100%" height="37" role="img" aria-label="${plot.label}"><line x1="${x(0)}" x2="${x(1)}" y1="11" y2="11" class="d-axis" />${drawn}${ends}<line x1="${x(plot.low)}" x2="${x(plot.high)}" y1="11" y2="11" class="d-whisker" /><line x1="${x(plot.low)}" x2="${x(plot.low)}" y1="8" y2="14" class="d-whisker-end" /><line x1="${x(plot.high)}" x2="${x(plot.high)}" y1="8" y2="14" class="d-whisker-end" /><circle cx="${x(plot.share)}" cy="11" r="4.5" class="d-dot" /></svg>`;
}

/** A rail each for client, business and worker; one line steps between them, as railways draw their trains. */
export function handsDiagram(hands: ExamplePart["hands"], voice: Voice): Html {
  const height = 22;
  const top = (rail: string) => hands.rails.findIndex((one) => one.rail === rail) * height + 11;
  const x = (at: number) => along(voice, 0.01 + at * 0.98);
  const rails = hands.rails.map(
    ({ rail }) => html`<line x1="${x(0)}" x2="${x(1)}" y1="${top(rail)}" y2="${top(rail)}" class="d-axis" />`,
  );
  const path = hands.steps.map(({ at, rail }, place) => {
    const next = hands.steps[place + 1];
    if (!next) return html``;
    return html`<line x1="${x(at)}" x2="${x(next.at)}" y1="${top(rail)}" y2="${top(rail)}" class="d-run" />${
      next.rail !== rail &&
      html`<line x1="${x(next.at)}" x2="${x(next.at)}" y1="${top(rail)}" y2="${top(next.rail)}" class="d-run" />`
    }`;
  });
  const stops = hands.steps.map(
    ({ at, rail, isChase }) =>
      html`<circle cx="${x(at)}" cy="${top(rail)}" r="${isChase ? 5 : 3.5}" class="${isChase ? "d-stop-chase" : "d-stop"}" />`,
  );
  const words = hands.rails.map(({ word }) => html`<span>${word}</span>`);
  return html`<div class="d-hands"><div class="d-rails" aria-hidden="true">${words}</div><div><svg class="d-draw" width="100%" height="${hands.rails.length * height}" role="img" aria-label="${hands.label}">${rails}${path}${stops}</svg><p class="d-ends" aria-hidden="true"><span>${hands.from}</span><span>${hands.to}</span></p></div></div>`;
}
