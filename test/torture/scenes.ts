/** What WhatsApp may say of a few people and messages, piece by piece: made by fast-check, told in words. */
import fc from "fast-check";
import { AT, type Change, change, echo, history, type Someone, said, status, text } from "../deliveries.ts";
import { fixtureBodies } from "../fixture-bodies.ts";

/** One change of one entry, and how to tell it in a counterexample. */
export type Item = { say: string; head: { id: string; time?: number }; change: Change };

const OTHER_NUMBER = "200000000000009";
const HEAD = { id: "300000000000001" };

const PEOPLE: Record<string, Someone> = {
  bo: { waId: "15551", bsuid: "US.B1", name: "Bo" },
  "bo renamed": { waId: "15551", bsuid: "US.B1", name: "Bo Li" },
  "bo without phone": { bsuid: "US.B1" },
  "bo by phone": { waId: "15551" },
  cy: { waId: "15552", bsuid: "US.C1", name: "Cy" },
  "dee, a name only": { bsuid: "US.D1", name: "Dee" },
};
/** Whom the same ids would make two people, or two people one: phones that pass on, ids that are mixed up. */
const CONTRADICTORY: Record<string, Someone> = {
  "cy's phone under bo's id": { waId: "15552", bsuid: "US.B1" },
  "bo's phone under dee's id": { waId: "15551", bsuid: "US.D1" },
};

const at = fc.integer({ min: 0, max: 30 }).map((seconds) => AT + seconds);
const wamid = fc.constantFrom("m1", "m2", "m3", "m4");
const personOf = (id: string): Someone =>
  id === "m4" ? { waId: "15552", bsuid: "US.C1" } : (PEOPLE.bo ?? {});
/** A message of one id says the same however often it comes, as it does with Meta. */
const timeOf = (id: string) => AT + Number(id.slice(1));

const elsewhere = (given: Change): Change => ({
  ...given,
  value: {
    ...(given.value as Change),
    metadata: { display_phone_number: "15550100009", phone_number_id: OTHER_NUMBER },
  },
});

/** In another order of the same parts: what history brought, what came live. */
const copies: ((id: string) => readonly [string, Change])[] = [
  (id) => [`text ${id}`, text(id, `words of ${id}`, personOf(id), timeOf(id))],
  (id) => [
    `history of ${id}`,
    history(personOf(id), [
      {
        from: personOf(id).waId,
        id,
        timestamp: String(timeOf(id)),
        type: "text",
        text: { body: `words of ${id}` },
      },
    ]),
  ],
  (id) => [
    `placeholder of photo p${id}`,
    history(personOf(id), [{ ...photo(id), type: "media_placeholder" }]),
  ],
  (id) => [
    `history of photo p${id}`,
    change({ messages: [{ ...photo(id), image: { id: "410", mime_type: "image/jpeg" } }] }, "history"),
  ],
  (id) => [
    `photo p${id}`,
    change({ messages: [{ ...photo(id), image: { id: "411", mime_type: "image/jpeg" } }] }),
  ],
  (id) => [`echo e${id}`, echo(`e${id}`, { type: "text", text: { body: "ours" } }, personOf(id), timeOf(id))],
  (id) => [
    `history of e${id}, read`,
    history(personOf(id), [
      {
        from: "15550100001",
        to: personOf(id).waId,
        id: `e${id}`,
        timestamp: String(timeOf(id)),
        type: "text",
        text: { body: "ours" },
        history_context: { status: "READ" },
      },
    ]),
  ],
  (id) => [
    `${id} quoting e${id}, standing by`,
    change(
      {
        standby: {
          messages: [
            {
              from: personOf(id).waId,
              from_user_id: personOf(id).bsuid,
              id: `s${id}`,
              timestamp: String(timeOf(id)),
              type: "text",
              text: { body: "to the machine" },
              context: { id: `e${id}` },
            },
          ],
        },
      },
      "standby",
    ),
  ],
];
const photo = (id: string) => ({
  from: personOf(id).waId,
  from_user_id: personOf(id).bsuid,
  id: `p${id}`,
  timestamp: String(timeOf(id)),
  type: "image",
});

const made = (say: string, given: Change): Item => ({ say, head: HEAD, change: given });
const link = (system: Change, from: string | undefined, when: number) =>
  said(
    `link ${JSON.stringify(system)} ${when}`,
    { type: "system", system: { body: "changed", ...system }, from },
    {},
    when,
  );

const generated = (people: Record<string, Someone>): fc.Arbitrary<Item> => {
  const who = fc.constantFrom(...Object.entries(people));
  return fc.oneof(
    fc.tuple(wamid, fc.constantFrom(...copies)).map(([id, copy]) => made(...copy(id))),
    fc
      .record({
        id: wamid,
        what: fc.constantFrom("sent", "delivered", "read", "played", "failed", "warning"),
        at,
      })
      .map((s) =>
        made(
          `${s.what} e${s.id} at ${s.at - AT}`,
          status(`e${s.id}`, s.what, s.at, {
            ...(s.what === "failed" && { errors: [{ code: 131026 }] }),
            ...(s.at % 2 && { pricing: { billable: s.at % 3 === 0 } }),
          }),
        ),
      ),
    fc
      .record({ id: wamid, who, emoji: fc.constantFrom("👍", "", "🙏"), at })
      .map((r) =>
        made(
          `${r.who[0]} reacts ${r.emoji || "no more"} to ${r.id} at ${r.at - AT}`,
          said(
            `r${r.id}${r.who[0]}${r.at}${r.emoji}`,
            { type: "reaction", reaction: { message_id: r.id, emoji: r.emoji } },
            r.who[1],
            r.at,
          ),
        ),
      ),
    fc.record({ id: wamid, at, kind: fc.constantFrom("edit", "revoke") }).map(({ id, at: when, kind }) =>
      made(
        `${kind} of ${id} at ${when - AT}`,
        said(
          `${kind} ${id} ${when}`,
          {
            type: kind,
            [kind]: {
              original_message_id: id,
              ...(kind === "edit" && { message: { type: "text", text: { body: `edited at ${when}` } } }),
            },
          },
          personOf(id),
          when,
        ),
      ),
    ),
    fc.record({ who, at, elsewhere: fc.boolean() }).map((w) => {
      const given = text(`w ${w.who[0]} ${w.at} ${w.elsewhere}`, "hello", w.who[1], w.at);
      return made(
        `hello from ${w.who[0]} at ${w.at - AT}${w.elsewhere ? " to our other number" : ""}`,
        w.elsewhere ? elsewhere(given) : given,
      );
    }),
    fc.record({ who, at, value: fc.constantFrom("stop", "resume") }).map((p) =>
      made(
        `${p.who[0]} says ${p.value} at ${p.at - AT}`,
        change(
          {
            user_preferences: [
              {
                wa_id: p.who[1].waId,
                user_id: p.who[1].bsuid,
                category: "marketing_messages",
                value: p.value,
                timestamp: p.at,
              },
            ],
          },
          "user_preferences",
        ),
      ),
    ),
  );
};

const links: fc.Arbitrary<Item> = at.chain((when) =>
  fc.constantFrom(
    made(
      `bo moves to 15559 at ${when - AT}`,
      link({ type: "user_changed_number", wa_id: "15559", user_id: "US.B1" }, "15551", when),
    ),
    made(
      `US.D1 becomes US.B1 at ${when - AT}`,
      link({ type: "user_changed_user_id", user_id: "US.B1", previous_user_id: "US.D1" }, undefined, when),
    ),
  ),
);

type Entry = { id: string; time?: number; changes: Change[] };
const LINKING = /system\.user_changed|user_id_update/;

/** Each change of each body that WhatsApp is known to send. */
const fixtures = (isWanted: (name: string) => boolean): Item[] =>
  [...fixtureBodies()].flatMap(([name, body]) =>
    isWanted(name)
      ? (JSON.parse(body.toString()) as { entry: Entry[] }).entry.flatMap(({ changes, ...head }) =>
          changes.map((one) => ({ say: name.replace(".json", ""), head, change: one })),
        )
      : [],
  );

export const peaceful: fc.Arbitrary<Item> = fc.oneof(
  { weight: 3, arbitrary: generated(PEOPLE) },
  { weight: 1, arbitrary: fc.constantFrom(...fixtures((name) => !LINKING.test(name))) },
);
export const contradictory: fc.Arbitrary<Item> = fc.oneof(
  { weight: 4, arbitrary: generated({ ...PEOPLE, ...CONTRADICTORY }) },
  { weight: 2, arbitrary: links },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...fixtures((name) => LINKING.test(name) || name.includes("text"))),
  },
);
