/**
 * Sending by two processes: at the allowed rate and never above it, as the simulator counts; 100,000 that wait go out at
 * that rate with flat memory; what somebody types meanwhile is on the phone at once.
 */
import type { Figure } from "./figure.ts";
import { openSendPlace, type Person, type SendPlace, sleep } from "./send-place.ts";

export const SEND_SECONDS = 60;
const RATES = [80, 1_000];
const BACKLOG = 100_000;
const TYPED = 40;
const MOST_MS = 300;
const AT_LEAST = 0.98;
/** At the drain's rate. */
const FAST = 1_000;
const WARM_UP_SECONDS = 5;

export async function benchSend(seconds: number): Promise<Figure[]> {
  const backlog = seconds >= SEND_SECONDS ? BACKLOG : FAST * seconds;
  // Few enough messages to each that nobody's own pace is what is measured.
  const most = backlog + RATES.reduce((sum, rate) => sum + rate * (seconds + 2), 0);
  const count = Math.min(10_000, Math.max(600, Math.ceil(most / 16)));
  console.log(`  ${count} people have written, so that they can be answered …`);
  const place = await openSendPlace(count + TYPED);
  const figures: Figure[] = [];
  const tell = (...found: Figure[]) => {
    figures.push(...found);
    for (const { name, value, unit } of found) console.log(`  ${name}: ${value.toFixed(2)} ${unit}`);
  };
  try {
    const crowd = place.people.slice(TYPED);
    const typedTo = place.people.slice(0, TYPED);
    tell(await typing(place, typedTo, "typed to phone, quiet", "quiet"));
    // Processes that have run for a while, as they have anywhere.
    await steadily(place, crowd, FAST, WARM_UP_SECONDS);
    for (const rate of RATES) tell(...(await steadily(place, crowd, rate, seconds)));
    tell(...(await drain(place, crowd, typedTo, backlog, seconds)));
    return figures;
  } finally {
    await place.close();
  }
}

async function steadily(
  place: SendPlace,
  crowd: readonly Person[],
  rate: number,
  seconds: number,
): Promise<Figure[]> {
  // Writing them down is not what is measured: until all stand there, next to nothing may leave.
  await place.allow(1);
  await place.queue(rate * seconds, crowd);
  await sleep(1_500);
  await place.received();
  const queued = await place.waiting();
  const spent = await place.spent();
  await place.allow(rate);
  await drained(place);
  const spentAfter = await place.spent();
  const each = (of: keyof typeof spent) => (spentAfter[of] - spent[of]) / queued;
  const { accepted, refused, mostInASecond, tookMs, repeated } = await place.received();
  const perSecond = ((accepted - 1) * 1_000) / tookMs;
  return [
    {
      name: `sent at ${rate}/s over ${seconds} s`,
      value: perSecond,
      unit: "messages/s",
      ceiling: { name: "what WhatsApp allows", value: rate },
      ratio: perSecond / rate,
      floor: AT_LEAST,
    },
    {
      name: `most in any second, of ${rate}`,
      value: mostInASecond,
      unit: "messages",
      budget: rate,
    },
    { name: "processor, both apps", value: each("apps"), unit: "µs/message" },
    { name: "processor, database", value: each("database"), unit: "µs/message" },
    { name: "processor, simulator", value: each("simulator"), unit: "µs/message" },
    { name: "refused as too fast", value: refused, unit: "calls", budget: 0 },
    {
      name: "arrived more than once, or not",
      value: Math.abs(accepted - queued) + repeated,
      unit: "messages",
      budget: 0,
    },
  ];
}

async function drain(
  place: SendPlace,
  crowd: readonly Person[],
  typedTo: readonly Person[],
  backlog: number,
  seconds: number,
): Promise<Figure[]> {
  await place.allow(80);
  await place.queue(backlog, crowd);
  const slow = await typing(place, typedTo, `typed to phone, ${backlog} others waiting at 80/s`, "slow");
  await place.allow(FAST);
  const waiting = await place.waiting();
  const megabytes: number[][] = [];
  let isDone = false;
  const watching = (async () => {
    while (!isDone) {
      megabytes.push(await place.megabytes());
      await sleep(1_000);
    }
  })();
  const began = performance.now();
  const fast = typing(place, typedTo, `typed to phone, others going out at ${FAST}/s`, "fast");
  await drained(place);
  const took = (performance.now() - began) / 1_000;
  isDone = true;
  await watching;
  const grown = [0, 1].map((n) => {
    const of = megabytes.map((all) => all[n] ?? 0);
    const part = Math.max(1, Math.floor(of.length / 4));
    const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    // Without the first quarter, in which a process finds its size.
    return mean(of.slice(-part)) / mean(of.slice(part, 2 * part));
  });
  return [
    slow,
    await fast,
    {
      name: `${waiting} that waited went out`,
      value: waiting / took,
      unit: "messages/s",
      ceiling: { name: "what WhatsApp allows", value: FAST },
      ratio: waiting / took / FAST,
      ...(seconds >= SEND_SECONDS && { floor: AT_LEAST }),
    },
    {
      name: "memory at the end, of its second quarter",
      value: Math.max(...grown),
      unit: "times",
      budget: 1.15,
    },
    { name: "most memory of a process", value: Math.max(...megabytes.flat()), unit: "MB" },
  ];
}

/** From the press of the key to the phone, 95 of a hundred. */
async function typing(place: SendPlace, to: readonly Person[], name: string, run: string): Promise<Figure> {
  const took = await Promise.all(
    to.map(async (person, n) => {
      await sleep(n * 200);
      const pressedAt = Date.now();
      return (await place.type(person, `${run}-number-${n}`)) - pressedAt;
    }),
  );
  took.sort((a, b) => a - b);
  const value = took[Math.ceil(took.length * 0.95) - 1] ?? Number.NaN;
  return { name: `${name}, 95th percentile`, value, unit: "ms", budget: MOST_MS };
}

async function drained(place: SendPlace): Promise<void> {
  // Counting what waits costs the database 14 ms.
  while ((await place.waiting()) > 0) await sleep(1_000);
}
