/** Who counts as looking. Pure. */

/** A screen tells every ten seconds; two signs may get lost. */
export const STALE_MS = 30_000;

export type Look = { messageId: number; isAnswering: boolean; since: Date; seenAt: Date };

export const isThere = (look: Pick<Look, "seenAt">, now: Date): boolean =>
  now.getTime() - look.seenAt.getTime() < STALE_MS;

/** What stands after a sign, and whether the others should hear of it. */
export function lookAgain(
  before: Look | undefined,
  sign: { messageId: number; isAnswering: boolean },
  now: Date,
): { look: Look; isNews: boolean } {
  const isSame = before !== undefined && before.messageId === sign.messageId && isThere(before, now);
  return {
    look: { ...sign, since: isSame ? before.since : now, seenAt: now },
    isNews: !isSame || before.isAnswering !== sign.isAnswering,
  };
}
