/** What WhatsApp's codes for a message that was not delivered mean for a person, and what can be done. Pure. */

export const FAILURES = [
  "window",
  "notOnWhatsapp",
  "testNumber",
  "needsPhone",
  "pair",
  "tooFast",
  "optedOut",
  "limit",
  "experiment",
  "classified",
  "token",
  "permission",
  "locked",
  "country",
  "unregistered",
  "pin",
  "spam",
  "payment",
  "templateValues",
  "templateGone",
  "templateHeld",
  "form",
  "fileKind",
  "fileLoad",
  "parameters",
  "platform",
  "weBlocked",
  "ourselves",
  "identity",
  "group",
  "call",
  "username",
  "sync",
  "other",
] as const;
export type Failure = (typeof FAILURES)[number];

/** `again`: the very same, once more. `rewrite`: its words go back into the composer. */
export type Step = "template" | "again" | "rewrite" | "number" | "contact";

/** By code, and by the spans that Meta keeps for one subject. */
const CODES: Record<Exclude<Failure, "other">, readonly (number | readonly [number, number])[]> = {
  window: [131_047],
  notOnWhatsapp: [131_026, 1013],
  testNumber: [131_030],
  needsPhone: [131_062],
  pair: [131_056],
  tooFast: [4, 80_007, 130_429],
  optedOut: [131_050],
  limit: [131_049],
  experiment: [130_472],
  classified: [131_064],
  token: [0, 190],
  permission: [3, 10, [200, 299], 131_005],
  locked: [368, 131_031],
  country: [130_497],
  unregistered: [33, 131_037, 131_045, 133_000, 133_006, 133_010, 133_015],
  pin: [133_005, 133_008, 133_009, 133_016],
  spam: [131_048],
  payment: [131_042, 134_011],
  templateValues: [132_000, 132_005, 132_008, 132_012],
  templateGone: [132_001],
  templateHeld: [132_007, 132_015, 132_016],
  form: [132_068, 132_069],
  fileKind: [131_051, 131_053],
  fileLoad: [131_052],
  parameters: [100, 131_008, 131_009, 131_059, 135_000],
  platform: [1, 2, 131_000, 131_016, 131_057, 133_004],
  weBlocked: [130_403],
  ourselves: [131_021],
  identity: [137_000],
  group: [131_020, 131_041, [131_200, 131_299]],
  call: [[138_000, 138_999]],
  username: [[147_001, 147_005]],
  sync: [[2_593_107, 2_593_109]],
};

export function failureOf(code: number | null): Failure {
  if (code === null) return "other";
  for (const failure of FAILURES) {
    if (failure === "other") continue;
    const isIt = CODES[failure].some((one) =>
      typeof one === "number" ? one === code : code >= one[0] && code <= one[1],
    );
    if (isIt) return failure;
  }
  return "other";
}

const STEPS: Record<Failure, readonly Step[]> = {
  window: ["template"],
  notOnWhatsapp: ["contact"],
  testNumber: ["number"],
  needsPhone: ["contact"],
  pair: ["again"],
  tooFast: ["again"],
  optedOut: ["rewrite"],
  limit: ["rewrite"],
  experiment: ["rewrite"],
  classified: ["rewrite"],
  token: ["number", "again"],
  permission: ["number", "again"],
  locked: ["number"],
  country: ["number"],
  unregistered: ["number", "again"],
  pin: ["number"],
  spam: ["number"],
  payment: ["number", "again"],
  templateValues: ["template"],
  templateGone: ["template"],
  templateHeld: ["template"],
  form: ["template"],
  fileKind: [],
  fileLoad: ["again"],
  parameters: ["rewrite"],
  platform: ["again"],
  weBlocked: ["contact"],
  ourselves: ["contact"],
  identity: ["contact"],
  group: [],
  call: [],
  username: ["contact"],
  sync: ["number"],
  other: ["again", "rewrite"],
};

/** What can be done about it, the likeliest first. Only words can be written again. */
export const stepsFor = (failure: Failure, hasWords: boolean): readonly Step[] =>
  STEPS[failure].filter((step) => step !== "rewrite" || hasWords);
