/** Law 2, on anything WhatsApp may say: in whatever order, however often and however cut it comes, it ends in the same state. */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { replayAllDead } from "../../server/intake/dead.ts";
import { bury } from "../../server/intake/store.ts";
import { openWeek } from "../../server/intake/weeks.ts";
import { differences, type State, stateOf } from "../intake-state.ts";
import { openDoor } from "./door.ts";
import { contradictory, type Item, peaceful } from "./scenes.ts";
import { anyWay, type Body, bodyOf, type Delivery, deliveryOf, PLAIN, told } from "./ways.ts";

const RUNS = Number(process.env.BATON_PROPERTY_RUNS ?? 40);
const SEED = Number(process.env.BATON_PROPERTY_SEED ?? 2);
/** What one property may take in `npm test`, shrinking included; the long run takes what it takes. */
const LONGEST_MS = process.env.BATON_PROPERTY_RUNS ? 3_600_000 : 20_000;

const door = await openDoor();
const other = door.another();
afterAll(async () => {
  await other.stop();
  await door.close();
});

async function keepAsDead(body: Body): Promise<void> {
  const now = door.clock.now();
  await openWeek(door.db, now);
  await door.db.transaction(async (tx) => {
    const [row] = await tx.query<{ id: number }>(
      "insert into inbox (received_at, body) values ($1, $2) returning id",
      [now, Buffer.from(bodyOf(body))],
    );
    await bury(tx, row?.id ?? 0, "kept for a test", now);
  });
}

async function stateAfter({ batches, byTwo }: Delivery): Promise<State> {
  await door.fresh();
  await door.db.query("delete from graphile_worker._private_jobs");
  if (byTwo) other.start();
  for (const batch of batches) {
    const [dead, alive] = [
      batch.filter((body) => body.isDeadFirst),
      batch.filter((body) => !body.isDeadFirst),
    ];
    for (const body of dead) await keepAsDead(body);
    if (alive.length > 0) await door.receive(...alive.map(bodyOf));
    door.recorder.wake();
    other.wake();
    // Two take what comes while they are at work.
    if (!byTwo) await door.recorder.idle();
  }
  await door.recorder.idle();
  if (byTwo) await other.stop();
  const replays = await replayAllDead(door.db, door.clock.now());
  expect(replays.flatMap(({ outcome, reason }) => (outcome === "dead" ? [reason] : []))).toEqual([]);
  // Bodies are cut otherwise each time.
  const { delivery: _cut, ...state } = await stateOf(door.db);
  return state;
}

async function holds(vocabulary: fc.Arbitrary<Item>): Promise<void> {
  const streams = fc.array(vocabulary, { minLength: 2, maxLength: 12, size: "max" });
  // Not by fast-check's own limit, which leaves the run in hand to run into the next test.
  const endsAt = performance.now() + LONGEST_MS;
  let runs = 0;
  const stream = fc.asyncProperty(streams, anyWay, async (items, way) => {
    if (performance.now() > endsAt) return;
    runs += 1;
    const [one, another] = [deliveryOf(items, PLAIN), deliveryOf(items, way)];
    const wrong = differences(await stateAfter(one), await stateAfter(another));
    if (wrong.length > 0)
      throw new Error(
        `It hangs on the order.\n  ${told(one)}\nand\n  ${told(another)}\nend differently:\n${wrong.join("\n")}`,
      );
  });
  // Reported by the error above, in words, and not as the data it was made of.
  const found = await fc.check(stream, { numRuns: RUNS, seed: SEED });
  console.log(`seed ${SEED}: ${runs} streams`);
  if (found.failed)
    throw new Error(
      `Seed ${SEED}, stream ${found.numRuns}, shrunk ${found.numShrinks} times. ${String(found.errorInstance)}`,
    );
  expect(runs).toBeGreaterThan(5);
}

test(
  "any stream, turned over, doubled, cut anew, over two recorders, some of it dead first, ends in the same state",
  {
    timeout: LONGEST_MS + 120_000,
  },
  () => holds(peaceful),
);

test(
  "also when ids of people contradict each other and people become others",
  {
    timeout: LONGEST_MS + 120_000,
  },
  () => holds(contradictory),
);
