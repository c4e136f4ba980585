/** What WhatsApp's codes for a message that was not delivered mean for a person, and what can be done. */
export type Failure =
  | "window"
  | "notOnWhatsapp"
  | "tooFast"
  | "blocked"
  | "limit"
  | "access"
  | "spam"
  | "payment"
  | "template"
  | "file"
  | "platform"
  | "weBlocked"
  | "ourselves"
  | "other";

const BY_FAILURE: Record<Exclude<Failure, "other">, readonly number[]> = {
  window: [131_047],
  notOnWhatsapp: [131_026, 131_030, 131_062, 1013],
  tooFast: [131_056, 130_429, 80_007, 4],
  blocked: [131_050],
  limit: [131_049, 130_472, 131_064],
  access: [0, 3, 10, 190, 368, 130_497, 131_005, 131_031, 131_037, 131_045, 133_010],
  spam: [131_048],
  payment: [131_042, 134_011],
  template: [132_000, 132_001, 132_005, 132_007, 132_008, 132_012, 132_015, 132_016, 132_068, 132_069],
  file: [131_051, 131_052, 131_053],
  platform: [1, 2, 131_000, 131_016, 131_057, 133_004],
  weBlocked: [130_403],
  ourselves: [131_021],
};

const BY_CODE = new Map(
  Object.entries(BY_FAILURE).flatMap(([failure, codes]) =>
    codes.map((code) => [code, failure as Exclude<Failure, "other">] as const),
  ),
);

export function failureOf(code: number | null): Failure {
  if (code === null) return "other";
  // Meta's range for permissions.
  if (code >= 200 && code <= 299) return "access";
  return BY_CODE.get(code) ?? "other";
}
