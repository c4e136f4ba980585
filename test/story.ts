/** The whole of Baton and a simulator, both by one clock that stands until the story moves it. */
import { jumpingClock } from "../server/clock.ts";
import type { Message } from "../shared/api/conversations.ts";
import type { Template } from "../shared/api/templates.ts";
import { openWorld, type Person, until, type World } from "./world.ts";

type Span = Parameters<ReturnType<typeof jumpingClock>["forward"]>[0];

export type Story = World & {
  operator: Person;
  manager: Person;
  numberId: number;
  now(): Date;
  /** Ours and the simulator's at once. */
  jump(by: Span): Promise<void>;
  /** Ours alone: the two clocks no longer agree. */
  drift(by: Span): void;
  settings(change: object): Promise<unknown>;
  /** Somebody nobody knew writes; their phone and their conversation. */
  meets(name: string): Promise<Client>;
  /** Asks to send; whatever the answer. */
  tries(conversationId: number, message: object): Promise<{ status: number; body: unknown }>;
  /** A text goes into the outbox; its message. */
  writes(conversationId: number, text: string): Promise<Sending>;
  /** A template by its name, as it stands here. */
  template(name: string): Promise<Template>;
  /** How it stands. */
  standing(sending: Sending): Promise<Message["send"]>;
  becomes(sending: Sending, state: string): Promise<NonNullable<Message["send"]>>;
  /** Our words on somebody's phone, in their order there. */
  onPhone(phone: string): Promise<string[]>;
  /** Sends that the simulator took and refused since it was last cleared, the refused by code. */
  received(): Promise<{ accepted: number; refused: Record<string, number>; repeated: number }>;
};

export type Client = { phone: string; conversationId: number };
/** A message of ours on its way. */
export type Sending = { id: number; conversationId: number };

/** Of a machine that has much else to do. */
const PATIENCE_MS = 30_000;

type Page = { messages: Message[]; before: string | null };

const NOTHING_HARD = {
  ...{ errorRate: 0, errorCode: 131000, errorAfter: false, misfire: "none", misfireRate: 1 },
  ...{ freeze: false, lateRefusals: false, duplicates: false, shuffle: false, autoRead: false },
};

export async function openStory({ sendTimeoutMs = 20_000 } = {}): Promise<Story> {
  const clock = jumpingClock(new Date("2026-11-18T09:00:00Z"));
  const world = await openWorld({ clock, sendTimeoutMs });
  const { simulator } = world;
  const { db } = world.app.system;
  const stand = () => simulator.control("POST", "clock", { standAt: clock.now().toISOString() });
  await stand();
  await simulator.control("PATCH", "settings", NOTHING_HARD);
  const operator = await world.as("operator");
  const manager = await world.as("manager");
  const [number] = await db.query<{ id: number }>("select id from number");
  let keys = 0;

  const tries: Story["tries"] = (conversationId, message) => {
    keys += 1;
    const body = { message, key: `story-key-${keys}` };
    return operator.call("POST", `conversations/${conversationId}/messages`, body);
  };
  const standing: Story["standing"] = async ({ id, conversationId }) => {
    for (let before: string | null = ""; before !== null; ) {
      const path = `conversations/${conversationId}/messages?before=${encodeURIComponent(before)}`;
      const page: Page = (await operator.call<Page>("GET", before === "" ? path.replace(/\?.*/, "") : path))
        .body;
      const found = page.messages.find((message) => message.id === id);
      if (found) return found.send;
      before = page.before;
    }
    return null;
  };
  return {
    ...world,
    operator,
    manager,
    numberId: number?.id ?? 0,
    now: () => clock.now(),
    async jump(by) {
      clock.forward(by);
      await stand();
    },
    drift: (by) => void clock.forward(by),
    settings: (change) => simulator.control("PATCH", "settings", { ...NOTHING_HARD, ...change }),
    async meets(name) {
      const phone = await simulator.control<{ id: string; waId: string }>("POST", "phones", { name });
      await simulator.says(phone.id, "Hello");
      const [conversation] = await until(
        () =>
          db.query<{ id: number }>(
            "select v.id from conversation v join contact c on c.id = v.contact_id where c.phone = $1",
            [phone.waId],
          ),
        (rows) => rows.length === 1,
        PATIENCE_MS,
      );
      return { phone: phone.id, conversationId: conversation?.id ?? 0 };
    },
    tries,
    async writes(conversationId, text) {
      const { status, body } = await tries(conversationId, { kind: "text", text });
      if (status !== 200) throw new Error(`not taken: ${status} ${JSON.stringify(body)}`);
      return { id: (body as Message).id, conversationId };
    },
    async template(name) {
      const listed = await until(
        async () => (await operator.call<{ templates: Template[] }>("GET", "templates")).body.templates,
        (all) => all.some((template) => template.name === name),
      );
      const template = listed.find((each) => each.name === name && each.language === "en_US");
      if (!template) throw new Error("no such template");
      return template;
    },
    standing,
    async becomes(sending, state) {
      const send = await until(
        () => standing(sending),
        (seen) => seen?.state === state,
        PATIENCE_MS,
      );
      if (!send) throw new Error("a message of ours has no state");
      return send;
    },
    async onPhone(phone) {
      const { messages } = await simulator.control<{ messages: { from: string; text: string | null }[] }>(
        "GET",
        `phones/${phone}/thread?limit=500`,
      );
      return messages.flatMap(({ from, text }) => (from === "business" && text !== null ? [text] : []));
    },
    async received() {
      const { numbers, callbacks } = await simulator.control<{
        numbers: { accepted: number; refused: Record<string, number> }[];
        callbacks: { repeated: number };
      }>("GET", "received");
      const accepted = numbers.reduce((sum, each) => sum + each.accepted, 0);
      return { accepted, refused: numbers[0]?.refused ?? {}, repeated: callbacks.repeated };
    },
  };
}
