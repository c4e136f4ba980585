/** Bodies as Meta would never send them, made of those it does: the same seed gives the same ones. */
export type Mutant = { body: Buffer /** What was done to which fixture. */; how: string };

export type Random = { (): number; below(limit: number): number; of<T>(list: readonly T[]): T };

/** Mulberry32: small, seeded, the same everywhere. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return Object.assign(next, {
    below,
    of<T>(list: readonly T[]): T {
      const item = list[below(list.length)];
      if (item === undefined) throw new Error("An empty list has nothing to choose from.");
      return item;
    },
  });
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
/** One value, with what holds it. */
type Spot = { holder: Json[] | { [name: string]: Json }; name: string | number; value: Json };

function spotsOf(root: Json, found: Spot[] = []): Spot[] {
  if (typeof root !== "object" || root === null) return found;
  for (const name of Object.keys(root)) {
    const value = (root as { [name: string]: Json })[name] ?? null;
    found.push({ holder: root, name, value });
    spotsOf(value, found);
  }
  return found;
}

function put({ holder, name }: Pick<Spot, "holder" | "name">, value: Json): void {
  // A list has no names: JSON could not tell of them.
  if (Array.isArray(holder) && typeof name === "string" && !/^\d+$/.test(name)) {
    holder.push(value);
    return;
  }
  // `__proto__` must become a field of its own, as it does when JSON is read.
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

function drop({ holder, name }: Spot): void {
  if (Array.isArray(holder)) holder.splice(Number(name), 1);
  else delete holder[name];
}

/** What JSON can say and JSON.stringify cannot: written as it is. */
const literal = (text: string): string => `@@literal:${text}@@`;
const withLiterals = (json: string): string => json.replace(/"@@literal:([^"@]*)@@"/g, "$1");

const NOISE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const MOST_NOISE = 100_000;
const pool = randomOf(1);
const POOL = Array.from({ length: 2 * MOST_NOISE }, () => NOISE[pool.below(NOISE.length)]).join("");
/** Nothing that compresses: an index must take it or the door must have shortened it. */
function noise(random: Random, length: number): string {
  const from = random.below(MOST_NOISE);
  return POOL.slice(from, from + length);
}
const nested = (depth: number): string => literal("[".repeat(depth) + "]".repeat(depth));

const ODD_NAMES = ["__proto__", "constructor", "toString", "prototype", "", "\u0000", "id", "type", "errors"];
const ODD_TEXTS = [
  ..."\u0000|a\u0000b|\ud83d|\udc4d and|\u202eevil|\ufeff|\ufffe|%s%n|' or 1=1 --|\\u0000|__proto__|constructor".split(
    "|",
  ),
  ...[
    "",
    " ",
    "null",
    "NaN",
    "-0",
    "0x1f",
    "US.",
    "US.ENT.",
    "+",
    "sha256:",
    "👩‍👩‍👧‍👦".repeat(50),
    "\t\n\r",
  ],
];
const ODD_NUMBERS = [
  ...[
    "1e400",
    "-1e400",
    "1e308",
    "9223372036854775808",
    "-9223372036854775809",
    "123456789012345678901234567890",
  ],
  ...["0", "-0", "-1", "0.1", "1e-400", "4294967296", "2147483648", "9007199254740993"],
];
const ODD_TIMES = [
  "0",
  "-1",
  "1",
  "1e20",
  "99999999999",
  "4102444801",
  "253402300800000",
  "abc",
  "1795000000.5",
  "NaN",
];

type Change = (spot: Spot, random: Random, other: () => Json) => void;

const CHANGES: Record<string, Change> = {
  drop,
  double({ holder, name, value }) {
    if (Array.isArray(holder)) holder.push(structuredClone(value));
    else put({ holder, name: `${name}_again` }, structuredClone(value));
  },
  rename(spot, random) {
    drop(spot);
    put({ holder: spot.holder, name: random.of(ODD_NAMES) }, spot.value);
  },
  odd_name({ holder, value }, random) {
    put({ holder, name: random.of(ODD_NAMES) }, structuredClone(value));
  },
  retype(spot, random) {
    const { value } = spot;
    const as: Json[] = [
      typeof value === "object" ? JSON.stringify(value) : String(value),
      [value],
      { value },
      typeof value === "string" ? Number(value) || 0 : 7,
      true,
      false,
      null,
      [],
      {},
      [[value]],
    ];
    put(spot, structuredClone(random.of(as)));
  },
  nothing: (spot) => put(spot, null),
  odd_text: (spot, random) => put(spot, random.of(ODD_TEXTS)),
  odd_number: (spot, random) => put(spot, literal(random.of(ODD_NUMBERS))),
  odd_time(spot, random) {
    const time = random.of(ODD_TIMES);
    put(spot, random.below(2) === 0 ? time : literal(/^-?\d/.test(time) ? time : "0"));
  },
  nest: (spot, random) => put(spot, nested(random.of([3, 70, 500, 3_000, 7_000, 20_000]))),
  nest_around(spot, random) {
    let { value } = spot;
    for (let depth = random.of([2, 80, 900]); depth > 0; depth -= 1)
      value = depth % 2 ? [value] : { in: value };
    put(spot, value);
  },
  huge_text: (spot, random) => put(spot, noise(random, random.of([300, 1_100, 2_800, 9_000, MOST_NOISE]))),
  huge_dull_text: (spot, random) => put(spot, "a".repeat(random.of([3_000, 100_000]))),
  huge_list(spot, random) {
    const most = Math.floor(200_000 / JSON.stringify(spot.value).length);
    const length = Math.min(random.of([200, 2_000]), most);
    put(
      spot,
      Array.from({ length }, () => structuredClone(spot.value)),
    );
  },
  swap(spot, random, other) {
    const alike = spotsOf(other()).filter((one) => typeof one.value === typeof spot.value);
    if (alike.length > 0) put(spot, structuredClone(random.of(alike).value));
  },
  graft: (spot, random, other) => put(spot, structuredClone(random.of(spotsOf(other())).value)),
};
const CHANGE_NAMES = Object.keys(CHANGES);

const BYTES: Record<string, (body: Buffer, random: Random) => Buffer> = {
  flip(body, random) {
    const flipped = Buffer.from(body);
    for (let n = random.below(4); n >= 0; n -= 1) {
      const at = random.below(flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8));
    }
    return flipped;
  },
  cut: (body, random) => body.subarray(0, random.below(body.length)),
  insert(body, random) {
    const at = random.below(body.length);
    const bytes = Buffer.from(Array.from({ length: 1 + random.below(6) }, () => random.below(256)));
    return Buffer.concat([body.subarray(0, at), bytes, body.subarray(at)]);
  },
  garbage: (_body, random) => Buffer.from(Array.from({ length: random.below(200) }, () => random.below(256))),
};

/** Meta posts no more, and what is larger is refused before it is read. */
const MOST_BYTES = 3 * 1024 * 1024;

/** An endless supply; each is made of the fixtures by one to four changes. */
export function* mutants(fixtures: ReadonlyMap<string, Buffer>, seed: number): Generator<Mutant, never> {
  const random = randomOf(seed);
  const names = [...fixtures.keys()];
  const textOf = (name: string) => fixtures.get(name)?.toString() ?? "";
  for (let n = 0; ; n += 1) {
    const name = random.of(names);
    const steps: string[] = [];
    const root = JSON.parse(aside(textOf(name), n, random)) as Json;
    if (random.below(8) === 0) steps.push(merge(root, JSON.parse(textOf(random.of(names))) as Json));
    const inBytes = random.below(8) === 0;
    for (let left = inBytes ? random.below(2) : 1 + random.below(4); left > 0; left -= 1) {
      const change = random.of(CHANGE_NAMES);
      const spots = spotsOf(root);
      if (spots.length === 0) break;
      const spot = random.of(spots);
      CHANGES[change]?.(spot, random, () => JSON.parse(textOf(random.of(names))) as Json);
      steps.push(`${change} ${String(spot.name).slice(0, 30)}`);
    }
    let body = Buffer.from(withLiterals(JSON.stringify(root)));
    if (inBytes) {
      const change = random.of(Object.keys(BYTES));
      body = Buffer.from(BYTES[change]?.(body, random) ?? body);
      steps.push(`${change} of bytes`);
    }
    if (body.length <= MOST_BYTES) yield { body, how: `${n} ${name}: ${steps.join(", ")}` };
  }
}

/** Most speak of messages of their own, some of people of their own: else all would be about the same few rows. */
function aside(json: string, n: number, random: Random): string {
  const ofItsOwn = random.below(4) > 0 ? json.replaceAll('"wamid.', `"wamid.${n}.`) : json;
  const person = String(n % 500).padStart(3, "0");
  return random.below(3) > 0
    ? ofItsOwn
        .replaceAll("15550109999", `15550${person}999`)
        .replaceAll("9000000000000000", `9000000000${person}000`)
    : ofItsOwn;
}

function merge(root: Json, other: Json): string {
  if (typeof root === "object" && root !== null && !Array.isArray(root) && Array.isArray(root.entry))
    root.entry.push(...((other as { entry: Json[] }).entry ?? []));
  return "merged with another";
}
