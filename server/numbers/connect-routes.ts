/** Connecting numbers and setting them, over HTTP. Every change is in the audit, without its secrets. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { connectingApi } from "../../shared/api/connecting.ts";
import { type Actor, done, serve } from "../http/route.ts";
import { audit } from "../people/audit.ts";
import {
  answerTest,
  beginConnection,
  checkStep,
  chooseNumber,
  drop,
  finish,
  giveToken,
  listNumbers,
  register,
} from "./connect.ts";
import { type ConnectParts, find } from "./connect-place.ts";
import { listUnfinished } from "./connect-store.ts";
import { shownCheck, viewOf } from "./connect-view.ts";
import { giveSecret, pointHere, renewVerifyToken } from "./connect-webhook.ts";
import { noteHandshakes } from "./handshake.ts";
import { changeNumber, checkNumber, disconnect, readSettings, replaceToken } from "./settings.ts";

export function serveConnecting(http: FastifyInstance, parts: ConnectParts): void {
  noteHandshakes(http, parts.system);
  stepRoutes(http, parts);
  settingRoutes(http, parts);
}

type Asked = { actor: Actor; request: FastifyRequest };

function note(
  { system }: ConnectParts,
  { actor, request }: Asked,
  action: string,
  id: number | null,
): Promise<void> {
  const { db, clock } = system;
  return audit(db, {
    at: clock.now(),
    by: actor,
    action,
    ...(id !== null && { subject: { kind: "number", id } }),
    address: request.ip,
  });
}

function stepRoutes(http: FastifyInstance, parts: ConnectParts): void {
  const { system } = parts;
  const { whatsapp } = system.config;
  serve(http, connectingApi.connections, async () => ({
    connections: (await listUnfinished(system.db)).map((each) => ({
      ...each,
      begunAt: each.begunAt.toISOString(),
    })),
    graphUrl: whatsapp.graphUrl,
    graphVersion: whatsapp.graphVersion,
  }));
  serve(http, connectingApi.beginConnection, ({ body }) => beginConnection(parts, body));
  serve(http, connectingApi.connection, async ({ params }) => viewOf(system, await find(parts, params.id)));
  serve(http, connectingApi.dropConnection, async ({ params }) => {
    await drop(parts, params.id);
    return done;
  });
  serve(http, connectingApi.connectionToken, ({ params, body }) => giveToken(parts, params.id, body));
  serve(http, connectingApi.connectionAccount, ({ params, body }) =>
    listNumbers(parts, params.id, body.accountId),
  );
  serve(http, connectingApi.connectionNumber, async ({ params, body, ...asked }) => {
    const view = await chooseNumber(parts, params.id, body.phoneNumberId);
    if (view.numberId !== null) await note(parts, asked, "number.connected", view.numberId);
    return view;
  });
  serve(http, connectingApi.connectionRegister, async ({ params, body, ...asked }) => {
    const view = await register(parts, params.id, body.pin);
    await note(parts, asked, "number.registered", view.numberId);
    return view;
  });
  serve(http, connectingApi.connectionSecret, async ({ params, body, ...asked }) => {
    const view = await giveSecret(parts, params.id, body);
    await note(parts, asked, "number.secret_set", view.numberId);
    return view;
  });
  serve(http, connectingApi.connectionWebhook, async ({ params, body, ...asked }) => {
    const view = await pointHere(parts, params.id, body.place);
    await note(parts, asked, "number.webhook_set", view.numberId);
    return view;
  });
  serve(http, connectingApi.connectionVerifyToken, ({ params }) => renewVerifyToken(parts, params.id));
  serve(http, connectingApi.connectionCheck, ({ params, body }) => checkStep(parts, params.id, body.step));
  serve(http, connectingApi.connectionAnswer, ({ params, body, actor }) =>
    answerTest(parts, params.id, {
      text: body.text,
      accountId: actor.kind === "account" ? actor.id : null,
    }),
  );
  serve(http, connectingApi.finishConnection, async ({ params }) => {
    await finish(parts, params.id);
    return done;
  });
}

function settingRoutes(http: FastifyInstance, parts: ConnectParts): void {
  serve(http, connectingApi.numberSettings, ({ params }) => readSettings(parts, params.id));
  serve(http, connectingApi.changeNumber, async ({ params, body, ...asked }) => {
    await changeNumber(parts, params.id, body);
    await note(parts, asked, "number.changed", params.id);
    return readSettings(parts, params.id);
  });
  serve(http, connectingApi.replaceNumberToken, async ({ params, body, ...asked }) => {
    const { checks, isKept } = await replaceToken(parts, params.id, body.token);
    if (isKept) await note(parts, asked, "number.token_replaced", params.id);
    return { checks: checks.map(shownCheck), isKept, settings: await readSettings(parts, params.id) };
  });
  serve(http, connectingApi.checkNumber, async ({ params }) => {
    const checks = (await checkNumber(parts, params.id)).map(shownCheck);
    return { checks, settings: await readSettings(parts, params.id) };
  });
  serve(http, connectingApi.disconnectNumber, async ({ params, ...asked }) => {
    await disconnect(parts, params.id);
    await note(parts, asked, "number.disconnected", params.id);
    return readSettings(parts, params.id);
  });
}
