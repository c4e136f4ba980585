import { describe, expect, it } from "vitest";
import type { Chat, MessageKind } from "../chat.ts";
import type { Act, Person, Reading, Role, Thread } from "../diagnosis.ts";
import { findThreads } from "./find-threads.ts";

type Line = [minute: number, who: string, act: Act, text: string, kind?: MessageKind];

const ROLES: Record<string, Role> = { "Nadia Office": "staff", "Omar Tech": "worker" };

function threadsOf(lines: readonly Line[]): Thread[] {
  const names = [...new Set(lines.map(([, who]) => who))];
  const chat: Chat = {
    title: "Cool Air customers",
    platform: null,
    isGroup: true,
    people: names,
    messages: lines.map(([minute, who, , text, kind = "text"], index) => ({
      index,
      at: Date.UTC(2026, 2, 2, 8, minute),
      by: kind === "system" ? null : names.indexOf(who),
      kind,
      text,
      file: null,
      isEdited: false,
    })),
    dateOrder: { order: "DMY", certainty: "given", evidence: "given" },
    unreadable: { count: 0, first: [] },
  };
  const people = names.map(
    (name): Person => ({
      name,
      role: ROLES[name] ?? "client",
      messages: 1,
      certainty: 1,
      reasons: [],
      perhapsSameAs: null,
    }),
  );
  const readings = lines.map(
    ([, , act]): Reading => ({ act, confidence: 0.9, also: [], due: null, addsNothing: act === "chat" }),
  );
  return findThreads(chat, people, readings);
}

const messagesOf = (threads: readonly Thread[]): number[][] => threads.map(({ messages }) => messages);

describe("which message belongs to which request", () => {
  it("parts two clients who speak at once, and keeps a photo with the words before it", () => {
    const threads = threadsOf([
      [0, "", "chat", "Messages are encrypted", "system"],
      [1, "Mrs Haddad", "request", "Hello, the AC in the bedroom is leaking water on the floor"],
      [2, "Mr Silva", "request", "Good morning, I need a gas refill for the kitchen unit, flat 1204"],
      [3, "Mr Silva", "chat", "", "photo"],
      [4, "Nadia Office", "promise", "Mrs Haddad, Omar is coming at 11 for the leaking AC"],
      [6, "Nadia Office", "question", "Mr Silva, when was the last refill for flat 1204?"],
      [7, "Mr Silva", "answer", "Last year in May"],
      [190, "Omar Tech", "completion", "Bedroom AC leaking is fixed, drain was blocked"],
      [192, "Mrs Haddad", "closing", "Yes it is dry now, thank you"],
    ]);
    expect(messagesOf(threads)).toEqual([
      [1, 4, 7, 8],
      [2, 3, 5, 6],
    ]);
  });

  it("leaves greetings, announcements and WhatsApp's own lines out", () => {
    expect(
      threadsOf([
        [0, "", "chat", "Nadia created the group", "system"],
        [1, "Nadia Office", "chat", "Good morning everybody, have a blessed week"],
        [2, "Mr Silva", "chat", "Good morning 🙏"],
      ]),
    ).toEqual([]);
  });

  it("opens another one for the same client's next need after the first was settled", () => {
    const threads = threadsOf([
      [0, "Mr Silva", "request", "The shower has no hot water, please send somebody"],
      [3, "Nadia Office", "promise", "Omar comes at 10"],
      [120, "Omar Tech", "completion", "Heater element changed, hot water is back"],
      [122, "Mr Silva", "closing", "Great, thank you so much"],
      [3000, "Mr Silva", "request", "Hello, now the garage door does not open any more, can you help?"],
      [3004, "Nadia Office", "promise", "We send Omar tomorrow morning"],
    ]);
    expect(messagesOf(threads)).toEqual([
      [0, 1, 2, 3],
      [4, 5],
    ]);
  });

  it("says of each message how sure it is", () => {
    const [thread] = threadsOf([
      [0, "Mr Silva", "request", "The shower has no hot water, please send somebody"],
      [3, "Nadia Office", "promise", "Omar comes at 10"],
    ]);
    expect(thread?.confidence).toHaveLength(2);
    for (const confidence of thread?.confidence ?? []) {
      expect(confidence).toBeGreaterThan(0.4);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});
