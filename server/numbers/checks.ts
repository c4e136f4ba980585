/** Asks the Graph about a token, an account, a number, its webhook, and says what it found. Writes nothing. */
import type { CheckResult } from "../../shared/connecting.ts";
import { askGraph, type GraphAnswer, type GraphPlace } from "../whatsapp/graph.ts";
import {
  accountRefused,
  accountsOf,
  commonRefusal,
  expiryOf,
  fieldsCheck,
  found,
  numberRefused,
  qualityCheck,
  refusedWith,
  registerRefused,
  registrationCheck,
  secretRefused,
  subscribedCheck,
  tokenChecks,
  unreachable,
  WANTED_FIELDS,
} from "./check-rules.ts";
import {
  AccountAnswer,
  DebugToken,
  GraphNumberAnswer,
  NUMBER_FIELDS,
  NumbersPage,
  SubscribedApps,
  Subscriptions,
} from "./graph-answers.ts";

export type TokenLook = {
  checks: CheckResult[];
  appId: string | null;
  appName: string | null;
  accountIds: string[];
  expiresAt: Date | null;
  /** The Graph's own clock. */
  at: Date | null;
};

const NOTHING: Omit<TokenLook, "checks" | "at"> = {
  appId: null,
  appName: null,
  accountIds: [],
  expiresAt: null,
};

/** A token may look at itself; where it may not, it is at least tried. */
export async function lookAtToken(place: GraphPlace, now: Date): Promise<TokenLook> {
  const answer = await askGraph(place, { path: "debug_token", query: { input_token: place.accessToken } });
  const at = answer.kind === "unreachable" ? null : answer.at;
  if (answer.kind === "unreachable") return { ...NOTHING, checks: [unreachable(answer.why)], at };
  if (answer.kind === "refused") {
    const common = commonRefusal(answer);
    if (common) return { ...NOTHING, checks: [common], at };
    return { ...NOTHING, checks: await tryToken(place), at };
  }
  const read = DebugToken.safeParse(answer.json);
  if (!read.success) return { ...NOTHING, checks: [found("graph_not_there", { status: 200 })], at };
  const { data } = read.data;
  return {
    checks: tokenChecks(data, now),
    appId: data.app_id ?? null,
    appName: data.application ?? null,
    accountIds: accountsOf(data),
    expiresAt: expiryOf(data) ?? null,
    at,
  };
}

async function tryToken(place: GraphPlace): Promise<CheckResult[]> {
  const answer = await askGraph(place, { path: "me", query: { fields: "id" } });
  const wrong =
    answer.kind === "unreachable"
      ? unreachable(answer.why)
      : answer.kind === "refused"
        ? commonRefusal(answer)
        : null;
  return wrong ? [wrong] : [found("token_unproven"), found("permissions_unknown"), found("expiry_unknown")];
}

export type AccountLook = { checks: CheckResult[]; name: string | null; numbers: GraphNumberAnswer[] };

/** More numbers than any business has; a listing that never ends does not hold us. */
const MOST_PAGES = 10;

export async function lookAtAccount(place: GraphPlace, accountId: string): Promise<AccountLook> {
  const account = await askGraph(place, { path: accountId, query: { fields: "id,name" } });
  const wrong = wrongWith(account, accountRefused);
  if (wrong) return { checks: [wrong], name: null, numbers: [] };
  const name = account.kind === "ok" ? (AccountAnswer.safeParse(account.json).data?.name ?? null) : null;
  const numbers: GraphNumberAnswer[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await askGraph(place, {
      path: `${accountId}/phone_numbers`,
      query: { fields: NUMBER_FIELDS, limit: "100", ...(after && { after }) },
    });
    // An id that is no account has a name and no numbers.
    const refused = wrongWith(answer, accountRefused);
    if (refused) return { checks: [refused], name: null, numbers: [] };
    const read = answer.kind === "ok" ? NumbersPage.safeParse(answer.json).data : undefined;
    numbers.push(...(read?.data ?? []));
    const next = read?.paging?.cursors?.after;
    if (!read?.paging?.next || !next || next === after) break;
    after = next;
  }
  const check = numbers.length > 0 ? found("account_fine", name ? { name } : {}) : found("account_empty");
  return { checks: [check], name, numbers };
}

export type NumberLook = { checks: CheckResult[]; number: GraphNumberAnswer | null };

export async function lookAtNumber(place: GraphPlace, phoneNumberId: string): Promise<NumberLook> {
  const answer = await askGraph(place, { path: phoneNumberId, query: { fields: NUMBER_FIELDS } });
  const wrong = wrongWith(answer, numberRefused);
  if (wrong) return { checks: [wrong], number: null };
  const number = answer.kind === "ok" ? GraphNumberAnswer.safeParse(answer.json).data : undefined;
  if (!number) return { checks: [found("number_gone", { code: 0 })], number: null };
  return { checks: [found("number_fine"), registrationCheck(number), qualityCheck(number)], number };
}

/** Null when it went through. */
export async function registerNumber(
  place: GraphPlace,
  phoneNumberId: string,
  pin: string,
): Promise<CheckResult | null> {
  const body = { messaging_product: "whatsapp", pin };
  const answer = await askGraph(place, { method: "POST", path: `${phoneNumberId}/register`, body });
  return wrongWith(answer, registerRefused);
}

export type AppKey = { appId: string | null; appSecret: string };

/** As the app itself, which only its secret makes one; without its id by a proof that only its secret gives. */
const asApp = (place: GraphPlace, appId: string, appSecret: string): GraphPlace => ({
  ...place,
  accessToken: `${appId}|${appSecret}`,
});

export async function proveSecret(place: GraphPlace, { appId, appSecret }: AppKey): Promise<CheckResult> {
  const answer = appId
    ? await askGraph(asApp(place, appId, appSecret), {
        path: "debug_token",
        query: { input_token: place.accessToken },
      })
    : await askGraph(place, { path: "me", query: { fields: "id" }, appSecret });
  return wrongWith(answer, secretRefused) ?? found("app_secret_fine");
}

export type Subscribed = {
  accountId: string;
  webhookUrl: string;
  app: { appId: string | null; appSecret: string | null };
};

/** Whether the account's news come to the app, and the app's to us. */
export async function lookAtSubscription(
  place: GraphPlace,
  { accountId, webhookUrl, app }: Subscribed,
): Promise<CheckResult[]> {
  const answer = await askGraph(place, { path: `${accountId}/subscribed_apps` });
  const wrong = wrongWith(answer, (refusal) => refusedWith("subscribed_refused", refusal));
  if (wrong) return [wrong];
  const apps = (answer.kind === "ok" ? SubscribedApps.safeParse(answer.json).data?.data : undefined) ?? [];
  const overrideUrl =
    apps.find(({ whatsapp_business_api_data: of }) => app.appId === null || of?.id === app.appId)
      ?.override_callback_uri ?? null;
  return [subscribedCheck(apps, app.appId), await lookAtFields(place, { webhookUrl, overrideUrl, app })];
}

async function lookAtFields(
  place: GraphPlace,
  { webhookUrl, overrideUrl, app }: Pick<Subscribed, "webhookUrl" | "app"> & { overrideUrl: string | null },
): Promise<CheckResult> {
  if (!app.appId || !app.appSecret) return found("fields_unknown");
  const answer = await askGraph(asApp(place, app.appId, app.appSecret), {
    path: `${app.appId}/subscriptions`,
  });
  const read = answer.kind === "ok" ? Subscriptions.safeParse(answer.json).data : undefined;
  return read ? fieldsCheck(read.data, { webhookUrl, overrideUrl }) : found("fields_unknown");
}

export type Hook = { accountId: string; webhookUrl: string; verifyToken: string; app: AppKey };

/** Meta knocks at our door before it answers. Null when it was let in. */
export async function setWebhook(
  place: GraphPlace,
  { accountId, webhookUrl, verifyToken, app }: Hook,
  where: "app" | "account",
): Promise<CheckResult | null> {
  if (where === "app" && app.appId) {
    const set = await askGraph(asApp(place, app.appId, app.appSecret), {
      method: "POST",
      path: `${app.appId}/subscriptions`,
      body: {
        object: "whatsapp_business_account",
        callback_url: webhookUrl,
        verify_token: verifyToken,
        fields: WANTED_FIELDS.join(","),
        include_values: true,
      },
    });
    const wrong = wrongWith(set, (refusal) => refusedWith("handshake_refused", refusal));
    if (wrong) return wrong;
  }
  const subscribed = await askGraph(place, {
    method: "POST",
    path: `${accountId}/subscribed_apps`,
    ...(where === "account" && { body: { override_callback_uri: webhookUrl, verify_token: verifyToken } }),
  });
  const code = where === "account" ? "handshake_refused" : "subscribed_refused";
  return wrongWith(subscribed, (refusal) => refusedWith(code, refusal));
}

/** Nothing more of the account comes to the app. What becomes of it is seen when somebody looks. */
export async function unsubscribe(place: GraphPlace, accountId: string): Promise<void> {
  await askGraph(place, { method: "DELETE", path: `${accountId}/subscribed_apps` });
}

type Refused = Extract<GraphAnswer, { kind: "refused" }>;

function wrongWith(answer: GraphAnswer, refused: (refusal: Refused) => CheckResult): CheckResult | null {
  switch (answer.kind) {
    case "ok":
      return null;
    case "unreachable":
      return unreachable(answer.why);
    case "refused":
      return refused(answer);
    default:
      return answer satisfies never;
  }
}
