/** Law 2 where WhatsApp contradicts itself about who is who: the same claims end as the same people in any order. */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { AT, type Change, change, entries, type Someone, status, text } from "../../test/deliveries.ts";
import { intakeSystem, stateOf } from "../../test/intake-system.ts";

const intake = await intakeSystem();
afterAll(() => intake.close());

const bsuid = fc.constantFrom("US.B1", "US.B2", "US.B3");
const parent = fc.constantFrom("US.ENT.P1", "US.ENT.P2");
const phone = fc.constantFrom("15551", "15552", "15553");
/** Few seconds, so that many claims are of the same one. */
const at = fc.integer({ min: AT, max: AT + 6 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Any ids together, at least one of them. */
const ids = fc
  .record({ bsuid: maybe(bsuid), waId: maybe(phone) })
  .filter((who) => who.bsuid !== undefined || who.waId !== undefined);

const named = (who: Someone, n: string): Someone => (who.bsuid ? { ...who, name: `N ${n}` } : who);
const messages = fc
  .record({ ids, at })
  .map((m) => text(`m${JSON.stringify(m)}`, "words", named(m.ids, `${m.at}`), m.at));
const withParent = fc.record({ parent, bsuid: maybe(bsuid), phone: maybe(phone), at }).map((m) =>
  change({
    messages: [
      {
        ...{ from: m.phone, from_user_id: m.bsuid, from_parent_user_id: m.parent },
        ...{ id: `p${JSON.stringify(m)}`, timestamp: String(m.at), type: "text", text: { body: "words" } },
      },
    ],
  }),
);
const numberChanges = fc
  .record({ from: phone, to: phone, before: maybe(bsuid), after: maybe(bsuid), at })
  .map((m) =>
    change({
      messages: [
        {
          ...{ from: m.from, id: `n${JSON.stringify(m)}`, timestamp: String(m.at), type: "system" },
          system: {
            ...{ type: "user_changed_number", body: "moved", wa_id: m.to },
            ...{ user_id: m.after, previous_user_id: m.before },
          },
        },
      ],
    }),
  );
const idChanges = fc.record({ before: bsuid, after: bsuid, from: maybe(phone), at }).map((m) =>
  change({
    messages: [
      {
        ...{ from: m.from, id: `i${JSON.stringify(m)}`, timestamp: String(m.at), type: "system" },
        system: { type: "user_changed_user_id", user_id: m.after, previous_user_id: m.before },
      },
    ],
  }),
);
const statuses = fc
  .record({ wamid: fc.constantFrom("o1", "o2"), phone: maybe(phone), bsuid: maybe(bsuid), at })
  .map((s) => status(s.wamid, "delivered", s.at, { recipient_id: s.phone, recipient_user_id: s.bsuid }));
const reactions = fc.record({ ids, at }).map((r) => {
  const id = `r${JSON.stringify(r)}`;
  return change({
    messages: [
      {
        ...{ from: r.ids.waId, from_user_id: r.ids.bsuid, id, timestamp: String(r.at) },
        ...{ type: "reaction", reaction: { message_id: "o1", emoji: "👍" } },
      },
    ],
  });
});

const vocabulary: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: messages },
  { weight: 1, arbitrary: withParent },
  { weight: 2, arbitrary: numberChanges },
  { weight: 2, arbitrary: idChanges },
  { weight: 2, arbitrary: statuses },
  { weight: 1, arbitrary: reactions },
);

type Way = { order: Change[]; cuts: number[] };
/** All of them in some order, some of them twice, a few to a batch. */
const wayOf = (changes: readonly Change[]): fc.Arbitrary<Way> =>
  fc.record({
    order: fc
      .tuple(
        fc.shuffledSubarray([...changes], { minLength: changes.length }),
        fc.shuffledSubarray([...changes]),
      )
      .map(([all, again]) => [...all, ...again]),
    cuts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 20, maxLength: 20 }),
  });

async function stateAfter({ order, cuts }: Way) {
  await intake.empty();
  for (let from = 0, n = 0; from < order.length; n += 1) {
    const size = cuts[n % cuts.length] ?? 1;
    await intake.take(entries(...order.slice(from, from + size)));
    from += size;
  }
  const { delivery: _cutDifferently, ...state } = await stateOf(intake.db);
  return state;
}

test("contradictory claims end as the same people, threads and words in any order", async () => {
  const runs = fc
    .array(vocabulary, { minLength: 2, maxLength: 8 })
    .chain((changes) => fc.tuple(fc.constant<Way>({ order: changes, cuts: [20] }), wayOf(changes)));
  await fc.assert(
    fc.asyncProperty(runs, async ([one, other]) => {
      const first = await stateAfter(one);
      expect(await stateAfter(other)).toEqual(first);
    }),
    {
      numRuns: Number(process.env.BATON_PROPERTY_RUNS ?? 12),
      seed: Number(process.env.BATON_PROPERTY_SEED ?? 4),
      endOnFailure: process.env.BATON_PROPERTY_SHRINK === undefined,
    },
  );
}, 1_800_000);
