/** Bodies as Meta posts them, from the parts that a test cares about. */
export const OUR_NUMBER = "200000000000001";
const OUR_PHONE = "15550100001";
/** 2026-11-18T11:06:40Z, the time of the fixtures. */
export const AT = 1_795_000_000;

type Json = Record<string, unknown>;
/** One element of `changes`. */
export type Change = Json;

export type Someone = { waId?: string; bsuid?: string; name?: string };
export const ANA: Someone = { waId: "15550109999", bsuid: "US.A1", name: "Ana Lima" };

export const change = (value: Json, field = "messages", numberId = OUR_NUMBER): Json => ({
  field,
  value: {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: OUR_PHONE, phone_number_id: numberId },
    ...value,
  },
});

export const entries = (...changes: readonly Json[]): string =>
  JSON.stringify({
    object: "whatsapp_business_account",
    entry: changes.map((one) => ({ id: "300000000000001", changes: [one] })),
  });

const contactsOf = ({ waId, bsuid, name }: Someone): Json[] => [
  { ...(name && { profile: { name } }), ...(waId && { wa_id: waId }), ...(bsuid && { user_id: bsuid }) },
];
const fromOf = ({ waId, bsuid }: Someone): Json => ({
  ...(waId && { from: waId }),
  ...(bsuid && { from_user_id: bsuid }),
});

export function said(id: string, message: Json, who: Someone = ANA, at: number = AT): Json {
  return change({
    contacts: contactsOf(who),
    messages: [{ ...fromOf(who), id, timestamp: String(at), ...message }],
  });
}

export const text = (id: string, body: string, who: Someone = ANA, at: number = AT): Json =>
  said(id, { type: "text", text: { body } }, who, at);

export const status = (id: string, what: string, at: number = AT, more: Json = {}): Json =>
  change({
    statuses: [{ id, status: what, timestamp: String(at), recipient_id: ANA.waId, ...more }],
  });

export const echo = (id: string, message: Json, who: Someone = ANA, at: number = AT): Json =>
  change(
    {
      message_echoes: [
        { from: OUR_PHONE, to: who.waId, to_user_id: who.bsuid, id, timestamp: String(at), ...message },
      ],
    },
    "smb_message_echoes",
  );

export const history = (who: Someone, messages: readonly Json[]): Json =>
  change(
    {
      history: [
        {
          metadata: { phase: 0 },
          threads: [{ id: who.waId, context: { wa_id: who.waId, user_id: who.bsuid }, messages }],
        },
      ],
    },
    "history",
  );
