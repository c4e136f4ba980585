/** Small drawn signs beside their words; all hidden from readers, since the words say it. */
import { type Html, html } from "./html.ts";
import type { RequestRow } from "./request-rows.ts";
import type { Judgement } from "./sign-rows.ts";

const glyph = (inside: Html, look = ""): Html =>
  html`<svg class="d-glyph ${look}" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">${inside}</svg>`;

const SIGN_GLYPHS: Record<Judgement, Html> = {
  act: glyph(html`<path d="M6 1.6 11.2 10.6H.8Z" fill="currentColor" />`),
  watch: glyph(html`<path d="M6 1.2 10.8 6 6 10.8 1.2 6Z" />`),
  quiet: glyph(html`<path d="m2 6.4 2.7 2.8L10 3" />`),
  untold: glyph(html`<path d="M2 6h.1M6 6h.1M10 6h.1" stroke-width="2" />`),
  unjudged: glyph(html`<path d="M2.5 6h7" />`),
};

export const signChip = (judgement: Judgement, word: string): Html =>
  html`<span class="d-chip d-chip-${judgement}">${SIGN_GLYPHS[judgement]}${word}</span>`;

export const chaseGlyph: Html = glyph(
  html`<path d="m1.5 2.5 3.5 3.5-3.5 3.5M6.8 2.5 10.3 6 6.8 9.5" />`,
  "d-mirrored",
);
export const tickGlyph: Html = glyph(html`<path d="m2 6.4 2.7 2.8L10 3" />`);
export const promiseGlyph: Html = glyph(html`<circle cx="6" cy="6" r="4.8" /><path d="M6 3.4V6l1.7 1.1" />`);

/** A baton on its way: closed, filled, half filled, or only an outline. */
const STATE_GLYPHS: Record<RequestRow["resolved"], Html> = {
  confirmed: glyph(html`<path d="m2 6.4 2.7 2.8L10 3" /><path d="M.8 11.4h10.4" />`),
  claimed: glyph(html`<path d="M3 8.6 9 3.4" stroke-width="4.4" />`),
  presumed: glyph(html`<path d="M3 8.6 5 6.9M7 5.1 9 3.4" stroke-width="3.6" />`),
  open: glyph(
    html`<path d="M3 8.6 9 3.4" stroke-width="4.6" /><path d="M3 8.6 9 3.4" class="d-hollow" stroke-width="2" />`,
  ),
};

export const stateMark = (resolved: RequestRow["resolved"], word: string): Html =>
  html`<span class="d-state d-state-${resolved}">${STATE_GLYPHS[resolved]}${word}</span>`;

/** Who speaks: the client a ring, us a disc, a worker a triangle, a machine a dash. */
export const speaker = (side: "client" | "staff" | "worker" | "bot"): Html => {
  if (side === "client") return glyph(html`<circle cx="6" cy="6" r="3.9" stroke-width="2" />`, "d-by-client");
  if (side === "worker")
    return glyph(html`<path d="M6 2.2 10.4 9.8H1.6Z" fill="currentColor" />`, "d-by-worker");
  if (side === "bot") return glyph(html`<path d="M2.5 6h7" stroke-width="2" />`, "d-by-worker");
  return glyph(html`<circle cx="6" cy="6" r="4.6" fill="currentColor" stroke="none" />`);
};

/** Two batons side by side where one hands over to the other: who ran, and who runs. */
export const logo: Html = html`<svg class="d-logo d-mirrored" viewBox="0 0 54 44" width="25" height="20" aria-hidden="true"><path d="M6.5 37.5 24.2 16.5" class="d-logo-ink" /><path d="M30.4 27.5 47.8 6.3" class="d-logo-hand" /></svg>`;
