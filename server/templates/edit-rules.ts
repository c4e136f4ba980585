/** Whether a template may be changed now, by WhatsApp's rules, known before anybody presses. Pure. */
import {
  isBeyondUs,
  mediaHeaderOf,
  type TemplateDefinition,
  type TemplateState,
} from "../../shared/template.ts";

const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;
const MOST_A_MONTH = 10;

export type EditVerdict =
  | { may: true; left: number | null }
  | {
      may: false;
      why: "state" | "once_a_day" | "ten_a_month" | "not_from_here" | "no_access";
      freeAt: Date | null;
    };

export function mayEdit(
  template: { state: TemplateState; definition: TemplateDefinition; edits: readonly Date[] },
  canAsk: boolean,
  now: Date,
): EditVerdict {
  const { state, definition, edits } = template;
  const no = (why: Extract<EditVerdict, { may: false }>["why"], freeAt: Date | null = null): EditVerdict => ({
    may: false,
    why,
    freeAt,
  });
  if (!canAsk) return no("no_access");
  // A file for the review, and parts we do not know, would be lost by handing it in anew.
  if (isBeyondUs(definition) || mediaHeaderOf(definition)) return no("not_from_here");
  if (state !== "approved" && state !== "rejected" && state !== "paused") return no("state");
  // What was refused or paused may be mended as often as one likes.
  if (state !== "approved") return { may: true, left: null };
  const lately = edits.filter((at) => now.getTime() - at.getTime() < MONTH_MS).sort((a, b) => +a - +b);
  const [first] = lately;
  const last = lately.at(-1);
  if (lately.length >= MOST_A_MONTH && first) return no("ten_a_month", new Date(first.getTime() + MONTH_MS));
  if (last && now.getTime() - last.getTime() < DAY_MS)
    return no("once_a_day", new Date(last.getTime() + DAY_MS));
  return { may: true, left: MOST_A_MONTH - lately.length };
}
