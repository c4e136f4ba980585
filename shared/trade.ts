/** What the settings of a trade are made of; runs on both sides. */

/** The ten kinds by which suggestions are measured, in every trade and language. */
export const LABELS = [
  "delivery_problem",
  "breakdown_repair",
  "appointment",
  "billing_payment",
  "complaint",
  "information",
  "order_new",
  "cancellation",
  "access_account",
  "other_not_a_request",
] as const;
export type Label = (typeof LABELS)[number];
export const NO_REQUEST = "other_not_a_request" satisfies Label;

/** What a worker sends before "done" counts: a photo, one of the signature, a meter's reading, a code the client tells. */
export const EVIDENCE = ["photo", "signature", "reading", "code"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** What a category aims at, in the order of a request's life. */
export const AIMS = ["firstReply", "takeUp", "resolution"] as const;
export type Aim = (typeof AIMS)[number];

/** Where categories come from that nobody here made; `first` came with Baton. */
export const STARTING_SETS = ["home", "courier", "clinic", "property", "telecom"] as const;
export type StartingSet = (typeof STARTING_SETS)[number];
