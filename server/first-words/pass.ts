/**
 * Looks each second at who has just written and says the first word where there is one to say. Beside the recorder and not
 * in it: what comes in is never held up by what goes out.
 */
import { reply } from "../conversations/reply.ts";
import { describeError } from "../describe-error.ts";
import { UserError } from "../errors.ts";
import type { Numbers } from "../numbers/directory.ts";
import type { System } from "../system.ts";
import { type FirstWordKind, firstWordFor, localTime, textFor } from "./rules.ts";
import { claimFirstWord, type Heard, listHeard, readHeard } from "./store.ts";

export type FirstWordParts = {
  system: Pick<System, "db" | "clock" | "log">;
  numbers: Numbers;
};

const EVERY_MS = 1_000;
/** Longer than a recorder needs from its clock to its commit. */
const OVERLAP_MS = 30_000;
/** What came while nobody looked (a start, an outage) is still answered, if it is not late. */
const LOOK_BACK_MS = 15 * 60_000;

export type FirstWordsPass = { once(): Promise<number> };

export function openFirstWords(parts: FirstWordParts): FirstWordsPass {
  const { db, clock } = parts.system;
  /** Decided here lately; the table decides between processes. */
  let seen = new Set<number>();
  let since: Date | null = null;

  async function once(): Promise<number> {
    const now = clock.now();
    const from = since ?? new Date(now.getTime() - LOOK_BACK_MS);
    const ids = await listHeard(db, from);
    const fresh = ids.filter((id) => !seen.has(id));
    let said = 0;
    // One after another: of three messages in one breath the first is answered and the others see that.
    for (const id of fresh) {
      const [heard] = await readHeard(db, [id]);
      if (heard && (await sayTo(parts, heard))) said += 1;
    }
    seen = new Set(ids);
    since = new Date(now.getTime() - OVERLAP_MS);
    return said;
  }
  return { once };
}

async function sayTo(parts: FirstWordParts, heard: Heard): Promise<boolean> {
  const { db, clock, log } = parts.system;
  const now = clock.now();
  const kind = firstWordFor(heard, heard, now);
  const text = kind && textFor(textsOf(heard, kind), heard.language, heard.fallbackLanguage);
  if (!kind || !text) return false;
  const { day } = localTime(heard.saidAt, heard.timeZone);
  try {
    return await db.transaction(async (tx) => {
      const { contactId, numberId, conversationId } = heard;
      if (!(await claimFirstWord(tx, { contactId, numberId, kind, day, at: heard.saidAt }))) return false;
      await reply(
        tx,
        { numbers: parts.numbers, now },
        {
          conversationId,
          accountId: null,
          message: { kind: "text", text, showsPreview: true },
          quotesMessageId: null,
          key: `first-words:${kind}:${day}`,
        },
      );
      return true;
    });
  } catch (error) {
    // A number without a token, a window that shut meanwhile: nothing is said, and nobody waits for it.
    if (!(error instanceof UserError)) throw error;
    log.info({ code: error.code, message: heard.id }, "a first word was not said");
    return false;
  }
}

const textsOf = (heard: Heard, kind: FirstWordKind): Record<string, string> =>
  kind === "greeting" ? heard.greeting : heard.whenShut;

export function startFirstWords(parts: FirstWordParts, everyMs = EVERY_MS): { stop(): Promise<void> } {
  const pass = openFirstWords(parts);
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= pass
      .once()
      .catch((error: unknown) => {
        parts.system.log.warn(
          { error: describeError(error) },
          "first words could not be looked after; trying again",
        );
      })
      .then(() => {
        running = null;
      });
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
