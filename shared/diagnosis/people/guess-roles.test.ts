import fc from "fast-check";
import { expect, test } from "vitest";
import { MINUTE } from "../../measures/business-time.ts";
import { readMessages } from "../acts/read-messages.ts";
import type { Chat, MessageKind } from "../chat.ts";
import type { Person, Role } from "../diagnosis.ts";
import { guessRoles } from "./guess-roles.ts";

const START = Date.UTC(2026, 10, 23, 9);

/** "Name: words" each twenty minutes, or after the minutes that lead a line; a line without a name is WhatsApp's own. */
function chatOf(lines: readonly string[], more: Partial<Chat> = {}): Chat {
  const people: string[] = [];
  let at = START;
  const messages = lines.map((line, index) => {
    const [, minutes, name, text] = /^(?:(\d+)m )?(?:([^:]+): )?([\s\S]*)$/.exec(line) ?? [];
    at += Number(minutes ?? 20) * MINUTE;
    if (name && !people.includes(name)) people.push(name);
    return {
      ...{ index, at, by: name ? people.indexOf(name) : null, file: null, isEdited: false },
      kind: (name ? "text" : "system") as MessageKind,
      text: text ?? "",
    };
  });
  return {
    ...{ title: null, platform: null, isGroup: true, people, messages },
    dateOrder: { order: "YMD", certainty: "given", evidence: "given" },
    unreadable: { count: 0, first: [] },
    ...more,
  };
}

const guess = (chat: Chat, roles: Record<string, Role> = {}): Person[] =>
  guessRoles(chat, readMessages(chat), { roles: new Map(Object.entries(roles)) });
const roles = (people: readonly Person[]): Record<string, Role> =>
  Object.fromEntries(people.map(({ name, role }) => [name, role]));
const named = (people: readonly Person[], name: string): Person | undefined =>
  people.find((person) => person.name === name);

/** A small business for water heaters: one answers, one goes out, four ask. */
const GROUP = [
  "Omar: Hi, my water heater is leaking, can someone come?",
  "3m Nadia: Hello Omar, we will send Ravi at 11",
  "2m Omar: thank you",
  "60m Ravi: on site at Omar's",
  "50m Ravi: done, valve replaced at Omar",
  "5m Omar: great, works now, thanks",
  "90m Grace: How much is a service for two units?",
  "4m Nadia: Hi Grace, 180 for both",
  "3m Grace: ok please book tomorrow morning",
  "2m Nadia: Booked, Ravi comes tomorrow at 9",
  "200m Peter: the AC in my shop stopped cooling, please help",
  "6m Nadia: Sorry Peter, sending Ravi today at 4",
  "240m Peter: any update? nobody came yet",
  "5m Nadia: He is on the way Peter, 15 minutes",
  "30m Ravi: reached Peter shop",
  "40m Ravi: finished, gas refilled at Peter",
  "9m Peter: cold again, thanks",
  "700m Ravi: done at Grace, both units serviced",
  "10m Grace: perfect thank you",
  "100m Lucy: Do you repair washing machines?",
  "4m Nadia: Yes Lucy we do, what is the problem?",
  "3m Lucy: it does not spin",
  "2m Nadia: We can come tomorrow at 10",
  "2m Lucy: ok",
  "1000m Ravi: completed washing machine at Lucy, belt changed",
  "8m Lucy: working, thank you",
];

test("who answers many is staff, who reports work is a worker, who asks is a client", () => {
  expect(roles(guess(chatOf(GROUP)))).toEqual({
    ...{ Omar: "client", Grace: "client", Peter: "client", Lucy: "client" },
    ...{ Nadia: "staff", Ravi: "worker" },
  });
});

test("the same without a name that says anything", () => {
  const people = guess(chatOf(GROUP.map((line) => line.replace("Nadia:", "NN:"))));
  expect(named(people, "NN")?.role).toBe("staff");
});

test("each has reasons that hold", () => {
  const people = guess(chatOf(GROUP));
  const kinds = (name: string) => named(people, name)?.reasons.map(({ kind }) => kind);
  expect(kinds("Nadia")).toContain("answers");
  expect(kinds("Ravi")).toContain("reports_work");
  expect(kinds("Peter")).toContain("asks");
  expect(named(people, "Ravi")?.reasons).toContainEqual({ kind: "reports_work", count: expect.any(Number) });
  for (const { certainty } of people) {
    expect(certainty).toBeGreaterThan(0);
    expect(certainty).toBeLessThanOrEqual(1);
  }
});

test("who made the group and is called like it has that among the reasons", () => {
  const people = guess(
    chatOf(
      [
        'Nadia CoolFix created group "CoolFix Clients"',
        ...GROUP.map((line) => line.replace("Nadia:", "Nadia CoolFix:")),
      ],
      {
        title: "CoolFix Clients",
      },
    ),
  );
  const kinds = named(people, "Nadia CoolFix")?.reasons.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(["made_the_group", "named_like_the_business"]));
});

test("what was corrected stands, by its word, and the others are guessed from it", () => {
  const people = guess(chatOf(GROUP), { Ravi: "client", Nobody: "staff" });
  expect(named(people, "Ravi")).toMatchObject({
    role: "client",
    certainty: 1,
    reasons: [{ kind: "said_by_you" }],
  });
  expect(named(people, "Nadia")?.role).toBe("staff");
  const turned = guess(chatOf(GROUP), { Nadia: "client", Omar: "staff" });
  expect(roles(turned)).toMatchObject({ Nadia: "client", Omar: "staff" });
});

test("two who only write to each other: the one who is told staff makes the other a client", () => {
  const lines = ["A: hello there", "B: hello", "A: nice weather", "B: yes"];
  expect(roles(guess(chatOf(lines, { isGroup: false }), { B: "staff" }))).toEqual({
    A: "client",
    B: "staff",
  });
  expect(roles(guess(chatOf(lines, { isGroup: false }), { B: "client" }))).toEqual({
    A: "staff",
    B: "client",
  });
});

test("in a direct chat the one who asks is the client", () => {
  const lines = [
    "Hassan: Hello, the AC is leaking again, when can you come?",
    "3m CoolFix: Hello, we will send someone at 4",
    "2m Hassan: ok thanks",
    "300m Hassan: any update? nobody came",
    "5m CoolFix: Sorry, he is on the way, 10 minutes",
    "90m CoolFix: Done sir, gas refilled",
    "4m Hassan: thank you, works",
  ];
  expect(roles(guess(chatOf(lines, { isGroup: false })))).toEqual({ Hassan: "client", CoolFix: "staff" });
});

test("a direct chat bears the name of the other, who is the client where nothing else tells", () => {
  const lines = ["Ali: ok", "Sam: ok", "Ali: 👍", "Sam: 👍"];
  expect(roles(guess(chatOf(lines, { isGroup: false, title: "Sam" })))).toEqual({
    Ali: "staff",
    Sam: "client",
  });
  expect(roles(guess(chatOf(lines, { isGroup: false, title: "Ali" })))).toEqual({
    Ali: "client",
    Sam: "staff",
  });
});

test("the same text again and again is a bot's; staff who repeat themselves now and then are none", () => {
  const notice = (order: number) =>
    `2m Orders: Your order ${order} has been received and will be processed soon.`;
  const lines = GROUP.flatMap((line, index) => [line, ...(index % 3 === 0 ? [notice(index)] : [])]);
  const people = guess(chatOf(lines));
  expect(named(people, "Orders")).toMatchObject({ role: "bot", reasons: [{ kind: "sends_the_same" }] });
  expect(named(people, "Nadia")?.role).toBe("staff");
});

test("somebody is always staff, and no chat is too small", () => {
  expect(guess(chatOf([]))).toEqual([]);
  expect(roles(guess(chatOf(["Ana: hola"])))).toEqual({ Ana: "staff" });
  const asking = ["A: when do you open?", "B: how much is it?", "C: any update?"];
  expect(Object.values(roles(guess(chatOf(asking)))).filter((role) => role === "staff")).toHaveLength(1);
});

test("messages are counted without WhatsApp's own lines", () => {
  const people = guess(chatOf(["Ana joined", "Ana: hola", "Ben: hola", "Ana: qué tal"]));
  expect(people.map(({ messages }) => messages)).toEqual([2, 1]);
});

test("whatever is said by whomever, each has one role and what was corrected stands", () => {
  const line = fc.tuple(
    fc.constantFrom("Ana", "Ben", "Cy", "Apt 2", "+1 202 555 0101"),
    fc.constantFrom(
      "any update?",
      "done",
      "ok 👍",
      "we will come at 5",
      "",
      "¿cuánto cuesta?",
      "x".repeat(50),
    ),
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 40 }),
      fc.constantFrom<Role>("staff", "worker", "client", "bot"),
      (said, role) => {
        const people = guess(chatOf(said.map(([who, text]) => `${who}: ${text}`)), { Ben: role });
        for (const person of people) {
          expect(person.certainty).toBeGreaterThanOrEqual(0);
          expect(person.certainty).toBeLessThanOrEqual(1);
          if (person.name === "Ben") expect(person.role).toBe(role);
          if (person.perhapsSameAs !== null) expect(people[person.perhapsSameAs]).toBeDefined();
        }
        const isFree = people.length > 2 && people.some((own) => own.name !== "Ben" && own.role !== "bot");
        if (isFree) expect(people.some(({ role: found }) => found === "staff")).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
