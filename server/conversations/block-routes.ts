/** Blocking over HTTP; who blocked whom is in the audit. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { blocksApi } from "../../shared/api/blocks.ts";
import { type Actor, serve } from "../http/route.ts";
import { audit } from "../people/audit.ts";
import { type BlockParts, changeBlock, readBlocks } from "./block.ts";

export function serveBlocks(http: FastifyInstance, parts: BlockParts): void {
  const change = async (contactId: number, isBlocked: boolean, actor: Actor, request: FastifyRequest) => {
    const { db, clock } = parts.system;
    const blocks = await changeBlock(parts, {
      contactId,
      isBlocked,
      accountId: actor.kind === "account" ? actor.id : null,
    });
    const action = isBlocked ? "contact.blocked" : "contact.unblocked";
    const subject = { kind: "contact", id: contactId };
    await audit(db, { at: clock.now(), by: actor, action, subject, address: request.ip });
    return blocks;
  };
  serve(http, blocksApi.contactBlocks, ({ params }) => readBlocks(parts, params.id));
  serve(http, blocksApi.blockContact, ({ params, actor, request }) =>
    change(params.id, true, actor, request),
  );
  serve(http, blocksApi.unblockContact, ({ params, actor, request }) =>
    change(params.id, false, actor, request),
  );
}
