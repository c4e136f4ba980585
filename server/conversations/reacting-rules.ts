/** What we may react to, and whether there is anything to send. Pure. */
import type { OwnReaction, ReactionTarget } from "./reacting-store.ts";

const DAY_MS = 24 * 3_600_000;
/** WhatsApp takes no reaction to what is older. */
const MOST_AGE_MS = 30 * DAY_MS;

export type Reacting =
  | { kind: "send" }
  /** It says so already. */
  | { kind: "nothing" }
  | { kind: "refused"; why: "revoked" | "unsent" | "too_old" | "no_message" };

/** Lines that tell of something are not messages to WhatsApp, and a reaction is none either. */
const NO_MESSAGE = new Set(["reaction", "system", "notice", "call", "request_welcome"]);

export function mayReact(
  target: ReactionTarget,
  before: OwnReaction | undefined,
  emoji: string | null,
  now: Date,
): Reacting {
  if (target.isRevoked) return { kind: "refused", why: "revoked" };
  if (NO_MESSAGE.has(target.kind)) return { kind: "refused", why: "no_message" };
  if (target.wamid === null) return { kind: "refused", why: "unsent" };
  if (now.getTime() - target.saidAt.getTime() > MOST_AGE_MS) return { kind: "refused", why: "too_old" };
  // One that failed may be asked for again; of one that may have arrived the same again is nothing new.
  if ((before?.emoji ?? null) === emoji && before?.sendState !== "failed") return { kind: "nothing" };
  return { kind: "send" };
}

/** One sign, as a reader sees it, and a picture of something. */
export function isEmoji(text: string): boolean {
  const [first, ...more] = new Intl.Segmenter().segment(text);
  if (!first || more.length > 0) return false;
  return /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|^[0-9#*]\uFE0F?\u20E3$/u.test(text);
}
