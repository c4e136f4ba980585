/** Threads, replies and contacts over HTTP. */
import type { FastifyInstance } from "fastify";
import { conversationsApi } from "../../shared/api/conversations.ts";
import { type Actor, serve } from "../http/route.ts";
import type { Numbers } from "../numbers/directory.ts";
import { audit } from "../people/audit.ts";
import type { System } from "../system.ts";
import { mergeContacts, takeApart } from "./contact-merge.ts";
import { addContact, changeContact, contactWithParts, listContacts, one } from "./contacts.ts";
import type { MediaFiles } from "./media-files.ts";
import { mediaRoute } from "./media-route.ts";
import { readThread } from "./read.ts";
import type { ReadMarks } from "./read-marks.ts";
import { uploadRoute } from "./upload-route.ts";
import { writingRoutes } from "./writing-routes.ts";

export type ConversationParts = {
  system: System;
  numbers: Numbers;
  files: MediaFiles;
  readMarks: ReadMarks;
};

export function conversationRoutes(http: FastifyInstance, parts: ConversationParts): void {
  threadRoutes(http, parts);
  writingRoutes(http, parts);
  contactRoutes(http, parts);
  mediaRoute(http, parts);
  uploadRoute(http, parts);
}

function threadRoutes(http: FastifyInstance, { system, numbers }: ConversationParts): void {
  const { db } = system;
  serve(http, conversationsApi.thread, async ({ params, query }) => {
    const thread = await readThread(db, { conversationId: params.id, ...query });
    const number = numbers.get(thread.number.id);
    return {
      ...thread,
      number: {
        ...thread.number,
        canSend: number?.canSend ?? false,
        pausedAt: number?.pausedAt?.toISOString() ?? null,
      },
    };
  });
}

function contactRoutes(http: FastifyInstance, { system }: ConversationParts): void {
  const { db, clock } = system;
  serve(http, conversationsApi.listContacts, async ({ body }) => listContacts(db, body));
  serve(http, conversationsApi.addContact, async ({ body, actor, request }) =>
    db.transaction(async (tx) => {
      const at = clock.now();
      const contact = await addContact(tx, body, at);
      const subject = { kind: "contact", id: contact.id };
      await audit(tx, { at, by: actor, action: "contact.added", subject, address: request.ip });
      return contact;
    }),
  );
  serve(http, conversationsApi.changeContact, async ({ params, body, actor, request }) =>
    db.transaction(async (tx) => {
      const at = clock.now();
      const contact = await changeContact(tx, params.id, body, at);
      const facts = { name: body.name !== undefined, ...(body.kinds && { kinds: body.kinds.join(" ") }) };
      const subject = { kind: "contact", id: contact.id };
      await audit(tx, {
        at,
        by: actor,
        action: "contact.changed",
        subject,
        facts,
        address: request.ip,
      });
      return contact;
    }),
  );
  mergeRoutes(http, system);
}

function mergeRoutes(http: FastifyInstance, { db, clock }: System): void {
  const by = (actor: Actor) => ({ accountId: actor.kind === "account" ? actor.id : null, now: clock.now() });
  serve(http, conversationsApi.contact, async ({ params }) => contactWithParts(db, params.id));
  serve(http, conversationsApi.mergeContact, async ({ params, body, actor, request }) =>
    db.transaction(async (tx) => {
      const ask = { intoId: params.id, otherId: body.otherId, isConfirmed: body.confirmed };
      const { intoId, otherId } = await mergeContacts(tx, ask, by(actor));
      const act = { at: clock.now(), by: actor, address: request.ip, facts: { other: otherId } };
      await audit(tx, { ...act, action: "contact.merged", subject: { kind: "contact", id: intoId } });
      return { contact: await one(tx, intoId), partId: otherId };
    }),
  );
  serve(http, conversationsApi.partContact, async ({ params, body, actor, request }) =>
    db.transaction(async (tx) => {
      const ask = { contactId: params.id, partId: body.partId };
      const { contactId, partId } = await takeApart(tx, ask, by(actor));
      const act = { at: clock.now(), by: actor, address: request.ip, facts: { part: partId } };
      await audit(tx, { ...act, action: "contact.parted", subject: { kind: "contact", id: contactId } });
      return { contact: await one(tx, contactId), parted: await one(tx, partId) };
    }),
  );
}
