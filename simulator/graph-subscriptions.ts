/** Where webhooks go: an address is taken only when it passes the handshake. */
import { z } from "zod";
import type { Account, Callback } from "./accounts.ts";
import { type Call, readParameters, readWith } from "./graph-call.ts";
import { GraphError } from "./graph-error.ts";
import { askCallback } from "./handshake.ts";
import type { Sim } from "./sim.ts";

/** @throws GraphError when the address does not answer the challenge */
export async function checkCallback(callback: Callback): Promise<void> {
  if (!URL.canParse(callback.uri)) throw new GraphError({ code: 100, details: "The address is not valid" });
  const { verified, httpStatus, detail } = await askCallback(callback);
  if (verified) return;
  const message = `(#2200) Callback verification failed with the following errors: HTTP Status Code = ${httpStatus ?? "none"}; ${detail}`;
  throw new GraphError({ code: 2200, message, details: detail });
}

const Override = z.looseObject({
  override_callback_uri: z.string().max(200).optional(),
  verify_token: z.string().optional(),
});

export async function subscribeAccount(call: Call, account: Account): Promise<object> {
  const { override_callback_uri: uri, verify_token: verifyToken = "" } = readWith(
    Override,
    readParameters(call),
  );
  /** Subscribing again without an address clears the one there was. */
  const callback = uri ? { uri, verifyToken } : null;
  if (callback) await checkCallback(callback);
  account.callback = callback;
  account.isSubscribed = true;
  return { success: true };
}

export function listSubscribed(sim: Sim, account: Account): object {
  if (!account.isSubscribed) return { data: [] };
  const { id, name } = sim.platform.app;
  return {
    data: [
      {
        whatsapp_business_api_data: { id, name, link: `https://www.facebook.com/games/?app_id=${id}` },
        ...(account.callback ? { override_callback_uri: account.callback.uri } : {}),
      },
    ],
  };
}

const Subscription = z.looseObject({
  object: z.literal("whatsapp_business_account"),
  callback_url: z.string().min(1),
  verify_token: z.string().min(1),
  fields: z.union([z.string(), z.array(z.string())]).default("messages"),
});

/** `POST /{app}/subscriptions`, with an app token. */
export async function subscribeApp(sim: Sim, call: Call): Promise<object> {
  needAppToken(call);
  const given = readWith(Subscription, readParameters(call));
  const callback = { uri: given.callback_url, verifyToken: given.verify_token };
  await checkCallback(callback);
  sim.platform.callback = callback;
  const fields = typeof given.fields === "string" ? given.fields.split(",") : given.fields;
  sim.platform.fields = fields.map((field) => field.trim());
  return { success: true };
}

export function listSubscriptions(sim: Sim, call: Call): object {
  needAppToken(call);
  const fields = sim.platform.fields ?? ["messages", "message_template_status_update", "account_update"];
  return {
    data: [
      {
        object: "whatsapp_business_account",
        callback_url: sim.platform.callback.uri,
        active: true,
        fields: fields.map((name) => ({ name, version: "v26.0" })),
      },
    ],
  };
}

function needAppToken(call: Call): void {
  if (call.token.kind === "APP") return;
  throw new GraphError({ code: 15, message: "(#15) This method must be called with an app access_token." });
}
