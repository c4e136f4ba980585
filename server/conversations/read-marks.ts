/** Read marks and "is typing": told to WhatsApp beside everything else. They hold up nothing, and a lost one is no harm. */
import { describeError } from "../describe-error.ts";
import { UserError } from "../errors.ts";
import type { Numbers } from "../numbers/directory.ts";
import type { System } from "../system.ts";
import type { GraphNumber } from "../whatsapp/client.ts";
import { markReadAt } from "../whatsapp/mark-read.ts";
import { markOnce, type NewestIn, selectNewestIn, selectNewestOf, typeOnce } from "./read-marks-store.ts";
import { selectThreadHead } from "./thread-store.ts";

export type ReadMarks = {
  /** Somebody here looks at the thread. Resolves when it is written down, not when WhatsApp has heard of it. */
  read(conversationId: number): Promise<void>;
  typing(conversationId: number): Promise<void>;
  /** Somebody decided about these messages of the tray, and so has read them. Nothing rises: a decision stands without it. */
  sorted(messageIds: readonly number[]): Promise<void>;
  /** So many could not be told since the start. */
  failures(): number;
  close(): Promise<void>;
};

const DAY_MS = 24 * 3_600_000;
/** WhatsApp takes no mark for what is older. */
const MOST_AGE_MS = 30 * DAY_MS;
/** WhatsApp shows it for 25 seconds. */
const TYPING_MS = 20_000;
/** More at once would only wait for a WhatsApp that does not answer. */
const MOST_UNDER_WAY = 20;
const REPORT_MS = 10 * 60_000;

export function openReadMarks({ system, numbers }: { system: System; numbers: Numbers }): ReadMarks {
  const { db, clock, log } = system;
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();
  let failures = 0;
  let reportedAt = Number.NEGATIVE_INFINITY;

  /** Null where nothing is to be told: the number keeps it to itself, or nobody said anything. */
  async function newestOf(conversationId: number) {
    const thread = await selectThreadHead(db, conversationId);
    if (!thread)
      throw new UserError("not_found", "This conversation is not here (any more). Go back and look again.");
    const number = tellingNumber(thread.number.id);
    const newest = number && (await selectNewestIn(db, thread.conversationIds, oldest()));
    return newest ? { newest, number } : null;
  }

  const oldest = () => new Date(clock.now().getTime() - MOST_AGE_MS);

  function tellingNumber(id: number): (GraphNumber & { id: number }) | null {
    const number = numbers.get(id);
    if (!number?.canSend || number.accessToken === null || !number.sendsReadMarks) return null;
    return { ...number, accessToken: number.accessToken };
  }

  type Found = NonNullable<Awaited<ReturnType<typeof newestOf>>>;

  function tell({ number, newest }: Found, isTyping: boolean): void {
    if (underWay.size >= MOST_UNDER_WAY) {
      count(number.id, "too many at once");
      return;
    }
    const call = markReadAt(number, { wamid: newest.wamid, isTyping }, closing.signal).then((why) => {
      underWay.delete(call);
      if (why !== null && !closing.signal.aborted) count(number.id, why);
    });
    underWay.add(call);
  }

  function count(number: number, why: string): void {
    failures += 1;
    const now = performance.now();
    if (now - reportedAt < REPORT_MS) return;
    reportedAt = now;
    log.warn({ number, why, failures }, "WhatsApp could not be told that a message was read");
  }

  async function once(
    conversationId: number,
    isTyping: boolean,
    take: (newest: NewestIn, now: Date) => Promise<boolean>,
  ): Promise<void> {
    const found = await newestOf(conversationId);
    if (found && (await take(found.newest, clock.now()))) tell(found, isTyping);
  }

  return {
    read: (id) => once(id, false, (newest, now) => markOnce(db, newest, now)),
    typing: (id) =>
      once(id, true, (newest, now) => typeOnce(db, newest, new Date(now.getTime() - TYPING_MS), now)),
    async sorted(messageIds) {
      try {
        const newest = await selectNewestOf(db, messageIds, oldest());
        const number = newest ? tellingNumber(newest.numberId) : null;
        if (newest && number && (await markOnce(db, newest, clock.now()))) tell({ newest, number }, false);
      } catch (error) {
        log.warn({ error: describeError(error) }, "what was sorted could not be marked as read");
      }
    },
    failures: () => failures,
    async close() {
      closing.abort();
      await Promise.all(underWay);
    },
  };
}
