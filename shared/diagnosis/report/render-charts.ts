/** The pictures over time, each with its figures in words or in a table. */
import type { DaysPart } from "./days.ts";
import { type Html, html } from "./html.ts";
import { along } from "./render-plots.ts";
import type { Voice } from "./voice.ts";
import type { HoursPart, SincePart } from "./weeks.ts";

export function hoursChart(hours: HoursPart, voice: Voice): Html {
  const { words, number } = voice;
  if (!hours) return html`<p class="d-quiet">${words.hours.none}</p>`;
  const { bars, most, label } = hours;
  const width = 1 / bars.length;
  const drawn = bars.map(({ hour, count, isPeak }, place) => {
    const middle = along(voice, (place + 0.5) * width);
    const left = along(voice, (place + (voice.direction === "rtl" ? 0.82 : 0.18)) * width);
    const height = Math.round((count / most) * 62);
    return html`<rect x="${left}" y="${82 - height}" width="${Math.round(width * 64 * 100) / 100}%" height="${height}" class="${isPeak ? "d-bar-late" : "d-bar"}" />${
      isPeak &&
      count > 0 &&
      html`<text x="${middle}" y="${76 - height}" text-anchor="middle" class="d-peak">${number(count)}</text>`
    }${(bars.length <= 12 || place % 2 === 0) && html`<text x="${middle}" y="98" text-anchor="middle" class="d-tick">${hour}</text>`}`;
  });
  return html`<svg class="d-draw" width="100%" height="102" role="img" aria-label="${label}"><line x1="0" x2="100%" y1="82.5" y2="82.5" class="d-base" />${drawn}</svg>`;
}

const WEEKS_HEIGHT = 96;

export function sinceChart(since: SincePart, voice: Voice): Html {
  const { words } = voice;
  const width = 1 / since.weeks.length;
  // Few weeks are not drawn as walls.
  const thick = Math.min(0.56, 0.2 + since.weeks.length * 0.012);
  const size = (count: number) => Math.round((count / since.most) * WEEKS_HEIGHT * 10) / 10;
  const base = WEEKS_HEIGHT + 26;
  const bar = (place: number, count: number, look: string) =>
    html`<rect x="${along(voice, (place + (voice.direction === "rtl" ? 0.5 + thick / 2 : 0.5 - thick / 2)) * width)}" y="${base - size(count)}" width="${Math.round(width * thick * 10_000) / 100}%" height="${size(count)}" class="${look}" />`;
  const drawn = since.weeks.map(
    ({ requests, chased, month }, place) =>
      html`${bar(place, requests, "d-bar-soft")}${bar(place, chased, "d-bar-late")}${
        month !== null &&
        html`<text x="${along(voice, (place + 0.5) * width)}" y="${base + 16}" text-anchor="middle" class="d-tick">${month}</text>`
      }`,
  );
  const { since: from } = since;
  const isLate = from !== null && from.week * width > 0.5;
  const mark =
    from &&
    html`<line x1="${along(voice, from.week * width)}" x2="${along(voice, from.week * width)}" y1="6" y2="${base}" class="d-limit" /><text x="${along(voice, from.week * width)}" y="14" dx="${(isLate ? -6 : 6) * (voice.direction === "rtl" ? -1 : 1)}" text-anchor="${isLate ? "end" : "start"}" class="d-note">${from.label}</text>`;
  const rows = since.weeks.map(
    ({ date, requests, chased }) =>
      html`<tr><th scope="row">${date}</th><td>${voice.number(requests)}</td><td>${voice.number(chased)}</td></tr>`,
  );
  return html`<svg class="d-draw" width="100%" height="${base + 20}" role="img" aria-label="${since.label}">${drawn}<line x1="0" x2="100%" y1="${base + 0.5}" y2="${base + 0.5}" class="d-base" />${mark}</svg>
<p class="d-legend"><span><i class="d-key d-bar-soft"></i>${words.since.requests}</span><span><i class="d-key d-bar-late"></i>${words.since.chased}</span>${from === null && html`<span>${words.since.same}</span>`}</p>
<details class="d-more"><summary>${words.since.table}</summary><table class="d-table"><thead><tr><th scope="col">${words.since.week}</th><th scope="col">${words.since.requests}</th><th scope="col">${words.since.chased}</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}

const LANE = 9;

export function daysChart(days: DaysPart, voice: Voice): Html {
  const { words } = voice;
  const x = (share: number) => along(voice, 0.004 + Math.min(1, Math.max(0, share)) * 0.992);
  const drawn = days.days.map((day) => {
    const height = day.lanes * LANE + 9;
    const grid = days.hours.map(
      ({ at }) => html`<line x1="${x(at)}" x2="${x(at)}" y1="0" y2="${height}" class="d-hair" />`,
    );
    const edges = day.edges.map(
      (at) => html`<line x1="${x(at)}" x2="${x(at)}" y1="0" y2="${height}" class="d-edge" />`,
    );
    const bars = day.bars.map((bar) => {
      const y = bar.lane * LANE + 9;
      const end = bar.hasNoEnd
        ? html`<circle cx="${x(bar.to)}" cy="${y}" r="2.6" class="d-no-end" />`
        : !bar.goesOn &&
          html`<circle cx="${x(bar.to)}" cy="${y}" r="2.6" class="${bar.isChased ? "d-end d-end-chased" : "d-end"}" />`;
      const chases = bar.chases.map(
        (at) => html`<line x1="${x(at)}" x2="${x(at)}" y1="${y - 4.5}" y2="${y + 4.5}" class="d-chase" />`,
      );
      return html`<line x1="${x(bar.from)}" x2="${x(bar.to)}" y1="${y}" y2="${y}" class="${bar.isChased ? "d-span d-span-chased" : "d-span"}" />${end}${chases}`;
    });
    return html`<div class="d-day"><span class="d-day-word">${day.word}</span><svg class="d-draw" width="100%" height="${height}" role="img" aria-label="${day.label}">${grid}${edges}${bars}</svg>${day.more !== null && html`<span class="d-day-more">${day.more}</span>`}</div>`;
  });
  const hours = days.hours.map(
    ({ at, word }, place) =>
      html`<text x="${x(at)}" y="12" text-anchor="${place === 0 ? "start" : at > 0.97 ? "end" : "middle"}" class="d-tick${place % 2 === 1 ? " d-wide-only" : ""}">${word}</text>`,
  );
  const key = (look: string, word: string) =>
    html`<span><svg width="22" height="12" aria-hidden="true" class="d-draw">${
      look === "d-chase" || look === "d-edge"
        ? html`<line x1="11" x2="11" y1="1" y2="11" class="${look}" />`
        : html`<line x1="1" x2="18" y1="6" y2="6" class="d-span" /><circle cx="18" cy="6" r="2.6" class="${look}" />`
    }</svg>${word}</span>`;
  return html`<div class="d-days">${drawn}<div class="d-day" aria-hidden="true"><span></span><svg class="d-draw" width="100%" height="16" aria-hidden="true">${hours}</svg></div></div>
<p class="d-legend">${key("d-end", words.days.done)}${days.hasOpen && key("d-no-end", words.days.open)}${days.hasChases && key("d-chase", words.days.chase)}${days.hasEdges && key("d-edge", words.days.edge)}</p>`;
}
