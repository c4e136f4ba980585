import { expect, test } from "vitest";
import type { Chat, ChatMessage } from "../chat.ts";
import { whoRunsTheGroup } from "./group-lines.ts";
import { whatNamesSay } from "./name-words.ts";
import { whoSendsTheSame } from "./same-text.ts";

const chatOf = (people: string[], said: [by: number | null, text: string][]): Chat => ({
  ...{ title: null, platform: null, isGroup: true, people },
  messages: said.map(
    ([by, text], index): ChatMessage => ({
      ...{ index, at: index * 60_000, by, text, file: null, isEdited: false },
      kind: by === null ? "system" : "text",
    }),
  ),
  dateOrder: { order: "YMD", certainty: "given", evidence: "given" },
  unreadable: { count: 0, first: [] },
});

test.each([
  'Ana Ruiz created group "Clients"',
  'Ana Ruiz creó el grupo "Clientes"',
  'Ana Ruiz criou o grupo "Clientes"',
  "Ana Ruiz a créé le groupe « Clients »",
  'Ana Ruiz hat die Gruppe "Kunden" erstellt',
  'Ana Ruiz membuat grup "Pelanggan"',
  'Ana Ruiz aliunda kikundi "Wateja"',
  "Ana Ruiz added Ben",
])("%s: Ana runs it", (line) => {
  expect([...whoRunsTheGroup(chatOf(["Ben", "Ana Ruiz"], [[null, line]]))]).toEqual([1]);
});

test.each([
  "Ana Ruiz joined using this group's invite link",
  "Ana Ruiz left",
  "Ana Ruiz changed their phone number to a new number. Tap to message or add the new number.",
  "Ana Ruizela added Ben",
  "Messages and calls are end-to-end encrypted.",
])("%s: that shows nobody", (line) => {
  expect(whoRunsTheGroup(chatOf(["Ben", "Ana Ruiz"], [[null, line]])).size).toBe(0);
});

test("what somebody writes of making a group is no line of WhatsApp's", () => {
  expect(whoRunsTheGroup(chatOf(["Ana Ruiz"], [[0, "Ana Ruiz created group"]])).size).toBe(0);
});

test("a name says business by its words or the group's, work by a trade, a client by a flat", () => {
  const says = whatNamesSay(
    ["Bayo VoltKing", "Recepción", "Técnico Luis", "Ritu B-1204", "Mary", "+971 50 123 4567"],
    "VoltKing Customers",
    true,
  );
  expect(says.map(({ business }) => business)).toEqual([true, true, false, false, false, false]);
  expect(says.map(({ work }) => work)).toEqual([false, false, true, false, false, false]);
  expect(says.map(({ client }) => client)).toEqual([false, false, false, true, false, false]);
});

test("a word of the title that most names hold tells none apart", () => {
  const says = whatNamesSay(["Marina Flat 3", "Marina Flat 9", "Marina Flat 12"], "Marina Heights", true);
  expect(says.some(({ business }) => business)).toBe(false);
});

test("a bot says one thing with other figures; a person's short words and one notice are none", () => {
  const notice = "Your ticket 100 has been received, we will come back to you";
  const said: [number, string][] = Array.from(
    { length: 8 },
    (_, place) =>
      [
        [0, notice.replace("100", String(100 + place))],
        [1, "any update?"],
        [2, place < 6 ? notice : `no, that one is about the gate number ${"x".repeat(place)}`],
        [2, `we are looking into what you told us about ${"y".repeat(place + 1)}`],
      ] as [number, string][],
  ).flat();
  expect([...whoSendsTheSame(chatOf(["Bot", "Client", "Staff"], said))]).toEqual([0]);
});
