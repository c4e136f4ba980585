/** The price WhatsApp put on a status, whatever shape it has. */
import { z } from "zod";

const Words = z.string().trim().toLowerCase().max(60).catch("");
const Told = z
  .object({
    type: Words,
    category: Words,
    billable: z.preprocess(
      (told) => (told === "true" ? true : told === "false" ? false : told),
      z.boolean().nullable().catch(null),
    ),
  })
  .catch({ type: "", category: "", billable: null });
export type Pricing = z.infer<typeof Told>;

/** What cannot be read is none: then the message is counted as one without a price. */
export const readPricing = (value: unknown): Pricing => Told.parse(value);
