/** What stands after the ? of an address: never what somebody searched for. A part that makes no sense is left out. */
import { STATES } from "../../shared/request.ts";
import { STARTING_SETS } from "../../shared/trade.ts";

type Raw = Record<string, unknown>;

const id = (value: unknown): number | undefined => {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
};
const oneOf =
  <T extends string>(known: readonly T[]) =>
  (value: unknown): T | undefined =>
    known.find((each) => each === value);

const scope = oneOf(["all", "mine", "team"]);
const state = oneOf(["open", "all", ...STATES]);
const kind = oneOf(["client", "worker", "staff"]);

/** `peek` is the request opened beside the board. */
export const boardSearch = (
  raw: Raw,
): {
  scope?: ReturnType<typeof scope>;
  team?: number;
  category?: number;
  area?: number;
  peek?: number;
} => ({
  scope: scope(raw.scope),
  team: id(raw.team),
  category: id(raw.category),
  area: id(raw.area),
  peek: id(raw.peek),
});

export const requestsSearch = (
  raw: Raw,
): {
  state?: ReturnType<typeof state>;
  contact?: number;
  category?: number;
  area?: number;
  team?: number;
} => ({
  state: state(raw.state),
  contact: id(raw.contact),
  category: id(raw.category),
  area: id(raw.area),
  team: id(raw.team),
});

const tradeTab = oneOf(["categories", "areas", "teams"]);

const startingSet = oneOf(STARTING_SETS);

/** `start`: the set one came for. */
export const tradeSearch = (
  raw: Raw,
): { tab?: ReturnType<typeof tradeTab>; start?: ReturnType<typeof startingSet> } => ({
  tab: tradeTab(raw.tab),
  start: startingSet(raw.start),
});

/** `new` is one that is being written. */
export const rulesSearch = (raw: Raw): { rule?: number | "new" } => ({
  rule: raw.rule === "new" ? "new" : id(raw.rule),
});

export const contactsSearch = (raw: Raw): { kind?: ReturnType<typeof kind> } => ({
  kind: kind(raw.kind),
});

/** `from`: the template whose copy it is to be. */
export const newTemplateSearch = (raw: Raw): { from?: number } => ({ from: id(raw.from) });

/** A number of ours to trace: `12`, `delivery:12` or `message:34`. WhatsApp's ids hold a phone number and stay out. */
export const intakeSearch = (raw: Raw): { trace?: string } => {
  const trace = String(raw.trace ?? "");
  return { trace: /^((delivery|message):)?\d{1,15}$/.test(trace) ? trace : undefined };
};

/** `connection` is one on its way; `number` the row of one that is to be claimed or set up anew. */
export const connectSearch = (raw: Raw): { connection?: number; number?: number } => ({
  connection: id(raw.connection),
  number: id(raw.number),
});
