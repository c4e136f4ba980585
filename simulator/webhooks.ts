/** The bodies Meta posts: envelope, metadata, contacts, and one status or message in each update. */
import type { Business } from "./accounts.ts";
import { toUnixSeconds } from "./clock.ts";
import { titleOf } from "./graph-error.ts";
import { identityHashOf } from "./identity.ts";
import { toEscapedJson } from "./signature.ts";
import type { Phone, Said, Sent } from "./world.ts";

/** One change of a webhook. Several may travel in one body. */
export type Update = {
  /** As the delivery log names it: "message, text". */
  kind: string;
  ids: string[];
  account: string;
  /** Null: about the account, which only the app itself hears. */
  number: string | null;
  field: string;
  value: object;
  /** Only what is about accounts and templates says when. */
  time?: number;
};

/** Where an update about one of our numbers comes from. */
export function via(business: Business, field = "messages"): Pick<Update, "account" | "number" | "field"> {
  return { account: business.account, number: business.number, field };
}

/** One body for all of them; a batch is spread over two entries, since readers forget that entries repeat. */
export function buildBody(updates: readonly Update[]): Buffer {
  const half = updates.length > 2 ? Math.ceil(updates.length / 2) : updates.length;
  const entry = [updates.slice(0, half), updates.slice(half)].flatMap(entriesOf);
  return Buffer.from(toEscapedJson({ object: "whatsapp_business_account", entry }));
}

function entriesOf(updates: readonly Update[]): object[] {
  return [...Map.groupBy(updates, ({ account, time }) => `${account} ${time ?? ""}`).values()].map(
    (part) => ({
      id: part[0]?.account,
      ...(part[0]?.time === undefined ? {} : { time: part[0].time }),
      changes: part.map(({ value, field }) => ({ value, field })),
    }),
  );
}

/** `parts` is the typed part of the message: `{ type: "text", text: { body } }`. */
export function messageUpdate(
  business: Business,
  phone: Phone,
  message: { id: string; at: number; context: object | null },
  parts: { type: string } & Record<string, unknown>,
): Update {
  const value = {
    ...header(business),
    contacts: [contactOf(business, phone, true)],
    messages: [
      {
        ...(message.context ? { context: message.context } : {}),
        ...(phone.waId ? { from: phone.waId } : {}),
        from_user_id: phone.userId,
        id: message.id,
        timestamp: toUnixSeconds(message.at),
        ...parts,
      },
    ],
  };
  return { kind: `message, ${parts.type}`, ids: [message.id], ...via(business), value };
}

export type StatusFact = {
  status: "sent" | "delivered" | "read" | "played" | "failed";
  at: number;
  pricing: object | null;
  conversation: object | null;
};

/** Failed ones carry no contacts, and no BSUID when the send went to a number; names come with delivered and read. */
export function statusUpdate(
  business: Business,
  phone: Phone | undefined,
  sent: Sent,
  fact: StatusFact,
): Update {
  const isFailed = fact.status === "failed";
  const showsName = fact.status === "delivered" || fact.status === "read";
  const recipientId = phone ? phone.waId : sent.toUserId ? null : sent.to.replace(/\D/g, "");
  const userId = phone?.userId ?? (sent.toUserId ? sent.to : null);
  const value = {
    ...header(business),
    ...(phone && !isFailed ? { contacts: [contactOf(business, phone, showsName)] } : {}),
    statuses: [
      {
        id: sent.id,
        status: fact.status,
        timestamp: toUnixSeconds(fact.at),
        ...(recipientId ? { recipient_id: recipientId } : {}),
        ...(userId && !(isFailed && !sent.toUserId) ? { recipient_user_id: userId } : {}),
        ...(sent.callbackData === null ? {} : { biz_opaque_callback_data: sent.callbackData }),
        ...(fact.conversation ? { conversation: fact.conversation } : {}),
        ...(fact.pricing ? { pricing: fact.pricing } : {}),
        ...(isFailed && sent.failure ? { errors: [errorOf(sent.failure.code)] } : {}),
      },
    ],
  };
  return { kind: `status, ${fact.status}`, ids: [sent.id], ...via(business), value };
}

/** As a webhook describes a medium: with an address that lives five minutes. */
export function mediaPart(
  media: { id: string; mime: string; sha256: string; filename: string | null },
  said: Pick<Said, "type" | "text"> & { voice: boolean },
  url: string,
): object {
  return {
    mime_type: media.mime,
    sha256: media.sha256,
    id: media.id,
    url,
    ...(said.text && said.type !== "audio" ? { caption: said.text } : {}),
    ...(said.type === "document" && media.filename ? { filename: media.filename } : {}),
    ...(said.type === "audio" ? { voice: said.voice } : {}),
  };
}

/** What every value of a webhook about messages begins with. */
export function header(business: Business): object {
  return {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: business.display, phone_number_id: business.number },
  };
}

function contactOf(business: Business, phone: Phone, showsName: boolean): object {
  return {
    ...(showsName
      ? { profile: { name: phone.name, ...(phone.username ? { username: phone.username } : {}) } }
      : {}),
    ...(phone.waId ? { wa_id: phone.waId } : {}),
    user_id: phone.userId,
    ...(business.checksIdentity ? { identity_key_hash: identityHashOf(phone) } : {}),
  };
}

function errorOf(code: number): object {
  const { title, details } = titleOf(code);
  return {
    code,
    title,
    message: title,
    error_data: { details },
    href: "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
  };
}
