/**
 * Connecting a number, step by step. Each step asks the Graph first and then writes what it found in one transaction, so
 * that one can leave at any point and come back to what was known.
 */
import type { Connection } from "../../shared/api/connecting.ts";
import { type ConnectStep, checkOf } from "../../shared/connecting.ts";
import { reply } from "../conversations/reply.ts";
import { UserError } from "../errors.ts";
import { throughputOf } from "./check-rules.ts";
import {
  lookAtAccount,
  lookAtNumber,
  lookAtSubscription,
  lookAtToken,
  proveSecret,
  registerNumber,
} from "./checks.ts";
import { claimListed } from "./claim.ts";
import {
  type ConnectParts,
  clearRefusal,
  find,
  gone,
  keep,
  note,
  open,
  placeOf,
  tokenAgain,
  tokenFirst,
  withNumber,
} from "./connect-place.ts";
import {
  deleteConnection,
  firstHeard,
  insertConnection,
  sendStateOf,
  writeGraphFacts,
  writeTokenFacts,
} from "./connect-store.ts";
import { viewOf, webhookUrlOf } from "./connect-view.ts";
import { upsertNumber } from "./register.ts";
import { findStored } from "./store.ts";

export async function beginConnection(
  parts: ConnectParts,
  ask: {
    token?: string | undefined;
    graphUrl?: string | undefined;
    graphVersion?: string | undefined;
    numberId?: number | undefined;
  },
): Promise<Connection> {
  const { db, clock, config } = parts.system;
  const wanted = ask.numberId === undefined ? null : await findStored(db, ask.numberId);
  if (ask.numberId !== undefined && !wanted)
    throw new UserError("not_found", "There is no such number (any more).");
  const token = ask.token ?? open(parts.system, wanted?.accessTokenSealed ?? null);
  if (!token) throw tokenFirst();
  const usualUrl = wanted?.graphUrl ?? config.whatsapp.graphUrl;
  const graphUrl = ask.graphUrl ?? usualUrl;
  if (!ask.token && graphUrl !== usualUrl) throw tokenAgain();
  const id = await db.transaction((tx) =>
    insertConnection(tx, {
      graphUrl,
      graphVersion: ask.graphVersion ?? wanted?.graphVersion ?? config.whatsapp.graphVersion,
      businessAccountId: wanted?.businessAccountId ?? null,
      wantedPhoneNumberId: wanted?.phoneNumberId ?? null,
      now: clock.now(),
    }),
  );
  return giveToken(parts, id, { token });
}

/** A token that has worked is a secret worth having: it is not sent to an address somebody types. */
export async function giveToken(
  parts: ConnectParts,
  id: number,
  ask: { token?: string | undefined; graphUrl?: string | undefined; graphVersion?: string | undefined },
): Promise<Connection> {
  const { seal, clock } = parts.system;
  const before = await find(parts, id);
  const accessToken = ask.token ?? (await placeOf(parts, id)).graph.accessToken;
  const graphUrl = ask.graphUrl ?? before.graphUrl;
  const graphVersion = ask.graphVersion ?? before.graphVersion;
  const hasWorked = ask.token === undefined && before.found.hasWorked === true;
  if (hasWorked && graphUrl !== before.graphUrl) throw tokenAgain();
  const look = await lookAtToken({ graphUrl, graphVersion, accessToken }, clock.now());
  const isGood = look.checks.some(({ code }) => code === "token_fine" || code === "token_unproven");
  return keep(parts, id, async (row, tx) => {
    row.graphUrl = graphUrl;
    row.graphVersion = graphVersion;
    row.accessTokenSealed = seal.close(accessToken);
    row.appId = look.appId;
    row.found = {
      ...row.found,
      appName: look.appName,
      accountIds: look.accountIds,
      expiresAt: look.expiresAt?.toISOString() ?? null,
      hasWorked: hasWorked || isGood,
    };
    const [only] = look.accountIds;
    if (row.businessAccountId === null && look.accountIds.length === 1) row.businessAccountId = only ?? null;
    note(row, "token", look.checks);
    if (row.numberId === null || !isGood) return;
    const number = await findStored(tx, row.numberId);
    if (!number) return;
    const told = { phoneNumberId: number.phoneNumberId, kind: "real" as const, graphUrl, graphVersion };
    await upsertNumber(tx, seal, { ...told, accessToken }, clock.now());
    await writeTokenFacts(tx, number.id, look);
  }).then((view) =>
    view.accountId && view.numbers.length === 0 && isGood ? listNumbers(parts, id, view.accountId) : view,
  );
}

export async function listNumbers(parts: ConnectParts, id: number, accountId: string): Promise<Connection> {
  const { graph } = await placeOf(parts, id);
  const look = await lookAtAccount(graph, accountId);
  return keep(parts, id, async (row) => {
    row.businessAccountId = accountId;
    row.found = { ...row.found, numbers: look.numbers };
    // What was found of a number chosen before stays.
    for (const check of look.checks) row.checks[checkOf(check.code)] = check;
    if (look.numbers.length > 0) clearRefusal(row);
  });
}

export async function chooseNumber(
  parts: ConnectParts,
  id: number,
  phoneNumberId: string,
): Promise<Connection> {
  const { system } = parts;
  const { row: before, graph } = await placeOf(parts, id);
  if (!before.found.numbers?.some((number) => number.id === phoneNumberId))
    throw new UserError("conflict", "This number is not in the account's list. List its numbers again.", {
      code: "number_not_listed",
    });
  const { checks, number } = await lookAtNumber(graph, phoneNumberId);
  const view = await keep(parts, id, async (row, tx) => {
    note(row, "number", checks, ["account"]);
    if (!number) return;
    const claimed = await claimListed(tx, system, { row, number, accessToken: graph.accessToken });
    row.numberId = claimed.id;
    row.found = { ...row.found, hasMadeVerifyToken: claimed.hasMadeVerifyToken };
    row.testMessageId = null;
    row.testSince ??= system.clock.now();
  });
  await parts.numbers.refresh();
  return view.hasAppSecret ? checkStep(parts, id, "webhook") : view;
}

export async function register(parts: ConnectParts, id: number, pin: string): Promise<Connection> {
  const { graph, number } = await withNumber(parts, id);
  const wrong = await registerNumber(graph, number.phoneNumberId, pin);
  const checks = wrong ? [wrong] : (await lookAtNumber(graph, number.phoneNumberId)).checks;
  return keep(parts, id, async (row) => {
    for (const check of checks) row.checks[checkOf(check.code)] = check;
  });
}

export async function checkStep(parts: ConnectParts, id: number, step: ConnectStep): Promise<Connection> {
  const { system } = parts;
  const { row, number, graph } = await placeOf(parts, id);
  switch (step) {
    case "token":
      return giveToken(parts, id, {});
    case "number": {
      const account = row.businessAccountId;
      const view = account ? await listNumbers(parts, id, account) : await viewOf(system, row);
      if (!number) return view;
      const look = await lookAtNumber(graph, number.phoneNumberId);
      return keep(parts, id, async (kept, tx) => {
        note(kept, "number", look.checks, ["account"]);
        if (!look.number) return;
        const { kind, perSecond } = throughputOf(look.number);
        const facts = { throughput: perSecond, throughputKind: kind, now: system.clock.now() };
        await writeGraphFacts(tx, number.id, facts);
      });
    }
    case "webhook": {
      if (!number || !row.businessAccountId) return viewOf(system, row);
      const app = { appId: row.appId ?? number.appId, appSecret: open(system, number.appSecretSealed) };
      const about = { accountId: row.businessAccountId, webhookUrl: webhookUrlOf(system), app };
      const checks = await lookAtSubscription(graph, about);
      if (app.appSecret)
        checks.push(await proveSecret(graph, { appId: app.appId, appSecret: app.appSecret }));
      // How Meta's last knock went is not asked for, and stays.
      return keep(parts, id, async (kept) => note(kept, "webhook", checks, ["handshake"]));
    }
    case "test":
      return viewOf(system, row);
    default:
      return step satisfies never;
  }
}

export async function answerTest(
  parts: ConnectParts,
  id: number,
  ask: { text: string; accountId: number | null },
): Promise<Connection> {
  const { system, numbers } = parts;
  const { number, row } = await withNumber(parts, id);
  const { db, clock } = system;
  const heard = row.testSince ? await firstHeard(db, number.id, row.testSince) : undefined;
  if (!heard)
    throw new UserError("conflict", "Nothing has come in yet. Write to the number from a phone first.", {
      code: "nothing_heard",
    });
  const before = row.testMessageId === null ? undefined : await sendStateOf(db, row.testMessageId);
  return keep(parts, id, async (kept, tx) => {
    // One answer, however often it is asked for; another only after the one before has failed.
    if (before && before.state !== "failed") return;
    const { messageId } = await reply(
      tx,
      { numbers, now: clock.now() },
      {
        conversationId: heard.conversationId,
        accountId: ask.accountId,
        message: { kind: "text", text: ask.text, showsPreview: false },
        quotesMessageId: null,
        key: `connecting:${id}:${kept.testMessageId ?? 0}`,
      },
    );
    kept.testMessageId = messageId;
  });
}

export async function finish(parts: ConnectParts, id: number): Promise<void> {
  await keep(parts, id, async (row) => {
    row.finishedAt = parts.system.clock.now();
    row.accessTokenSealed = row.numberId === null ? row.accessTokenSealed : null;
  });
}

export async function drop({ system }: ConnectParts, id: number): Promise<void> {
  if (!(await system.db.transaction((tx) => deleteConnection(tx, id)))) throw gone();
}
