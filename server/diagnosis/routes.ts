/** Importing a diagnosed chat over HTTP. */
import type { FastifyInstance } from "fastify";
import { chatImportsApi } from "../../shared/api/chat-imports.ts";
import { personOf, serve } from "../http/route.ts";
import type { System } from "../system.ts";
import { importChat, undoImport } from "./import.ts";

export function chatImportRoutes(http: FastifyInstance, system: System): void {
  serve(http, chatImportsApi.importChat, ({ actor, body, request }) =>
    system.db.transaction((tx) =>
      importChat(tx, system, { actor: personOf(actor), address: request.ip }, body),
    ),
  );
  serve(http, chatImportsApi.undoChatImport, ({ actor, params, request }) =>
    system.db.transaction((tx) =>
      undoImport(tx, system, { actor: personOf(actor), address: request.ip }, params.id),
    ),
  );
}
