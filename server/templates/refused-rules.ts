/** What a refused send says about the template itself. Pure. */
import { stateOf, type TemplateFacts } from "./sync-rules.ts";

/** Meta's words for the state in which WhatsApp refuses with this code. */
const STATES: Readonly<Record<number, string>> = {
  132001: "DELETED",
  132015: "PAUSED",
  132016: "DISABLED",
};

/** Of these codes the whole list should be asked for: the template stands otherwise than we thought, or was changed. */
const WORTH_A_LOOK: ReadonlySet<number> = new Set([
  132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016,
]);

export const isAboutTemplate = (code: number): boolean => WORTH_A_LOOK.has(code);

export type RefusedTemplate = { name: string; language: string; code: number };

/** The rows that stand otherwise after it; only one thought good is doubted. */
export function applyRefusals(
  known: readonly TemplateFacts[],
  refused: readonly RefusedTemplate[],
  now: Date,
): TemplateFacts[] {
  return known.flatMap((row) => {
    const about = refused.find(
      ({ name, language, code }) =>
        name === row.name && language === row.language && STATES[code] !== undefined,
    );
    const providerState = about && STATES[about.code];
    if (!providerState || row.state !== "approved") return [];
    const state = stateOf(providerState);
    return [{ ...row, state, stateAt: now, providerState, reason: null, pausedUntil: null }];
  });
}
