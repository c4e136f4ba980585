/** What people here write, react to and look at, over HTTP. */
import type { FastifyInstance } from "fastify";
import { conversationsApi, type Message } from "../../shared/api/conversations.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { type Actor, done, serve } from "../http/route.ts";
import type { Numbers } from "../numbers/directory.ts";
import { sortReply } from "../requests/messages.ts";
import type { System } from "../system.ts";
import { isRequestOf } from "./outbox-store.ts";
import { react } from "./reacting.ts";
import { isEmoji } from "./reacting-rules.ts";
import { messagesByIds } from "./read.ts";
import type { ReadMarks } from "./read-marks.ts";
import { reply } from "./reply.ts";
import { writeFirst } from "./writing-first.ts";

export type WritingParts = { system: System; numbers: Numbers; readMarks: ReadMarks };

export function writingRoutes(http: FastifyInstance, { system, numbers, readMarks }: WritingParts): void {
  const { db, clock } = system;
  serve(http, conversationsApi.reply, async ({ params, body, actor }) => {
    const now = clock.now();
    const conversationId = params.id;
    const messageId = await db.transaction(async (tx) => {
      const { messageId, isNew } = await reply(
        tx,
        { numbers, now },
        { ...body, conversationId, accountId: accountOf(actor) },
      );
      if (isNew && body.requestId !== null)
        await keepWithRequest(tx, { requestId: body.requestId, conversationId, messageId, actor, now });
      return messageId;
    });
    return shownMessage(db, messageId);
  });
  serve(http, conversationsApi.writeFirst, async ({ params, body, actor }) => {
    const now = clock.now();
    const messageId = await db.transaction(async (tx) => {
      const ask = { ...body, contactId: params.id, accountId: accountOf(actor) };
      const { conversationId, messageId, isNew } = await writeFirst(tx, { numbers, now }, ask);
      if (isNew && body.requestId !== null)
        await keepWithRequest(tx, { requestId: body.requestId, conversationId, messageId, actor, now });
      return messageId;
    });
    return shownMessage(db, messageId);
  });
  serve(http, conversationsApi.react, async ({ params, body, actor }) => {
    if (body.emoji !== null && !isEmoji(body.emoji))
      throw new UserError("bad_request", "One reacts with one emoji.", { code: "reaction_no_emoji" });
    await db.transaction((tx) =>
      react(
        tx,
        { numbers, now: clock.now() },
        { messageId: params.id, emoji: body.emoji, accountId: accountOf(actor) },
      ),
    );
    return shownMessage(db, params.id);
  });
  serve(http, conversationsApi.markRead, async ({ params }) => {
    await readMarks.read(params.id);
    return done;
  });
  serve(http, conversationsApi.typing, async ({ params }) => {
    await readMarks.typing(params.id);
    return done;
  });
}

const accountOf = (actor: Actor): number | null => (actor.kind === "account" ? actor.id : null);

async function shownMessage(db: Db, id: number): Promise<Message> {
  const [message] = await messagesByIds(db, [id]);
  if (!message) throw new Error("a message just written about cannot be read");
  return message;
}

/** A reply written on a request's page is that request's too. */
async function keepWithRequest(
  tx: Db,
  said: { requestId: number; conversationId: number; messageId: number; actor: Actor; now: Date },
): Promise<void> {
  if (!(await isRequestOf(tx, said.requestId, said.conversationId)))
    throw new UserError("bad_request", "This request is of another contact. Answer from its own page.");
  await sortReply(tx, said);
}
