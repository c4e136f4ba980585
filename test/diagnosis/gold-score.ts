/** How a diagnosis agrees with what a careful reader found in the same chat. Pure. */
import { z } from "zod";
import type { toContract } from "../../shared/diagnosis/contract.ts";

export const Gold = z.object({
  staff: z.array(z.string()),
  participants: z.array(z.object({ name: z.string(), role: z.enum(["staff", "worker", "client", "bot"]) })),
  messages: z.int(),
  requests: z.array(
    z.object({
      messages: z.array(z.int()),
      first_reply: z.int().nullable(),
      resolved: z.enum(["confirmed", "claimed", "presumed", "open"]),
      chases: z.array(z.int()),
      promises: z.array(z.object({ message: z.int(), due: z.string().nullable() })),
      crossed_shift: z.boolean(),
      dropped_at_shift: z.boolean(),
    }),
  ),
  signs: z.object({
    context_dropped_at_shift: z.boolean(),
    reactive_follow_up: z.boolean(),
    bottleneck: z.string().nullable(),
  }),
  verdict: z.enum(["stay", "watch", "add_structure", "not_enough"]),
});
export type Gold = z.infer<typeof Gold>;
type Found = ReturnType<typeof toContract>;

export type Score = {
  messages: boolean;
  /** Of the speakers: told from clients or not, as it is. */
  sides: number;
  /** Found requests over those there are. */
  requests: number;
  pairs: Agreement;
  chases: Agreement;
  promises: Agreement;
  crossed: Agreement;
  dropped: Agreement;
  signs: { shift: boolean; reactive: boolean; bottleneck: boolean };
  verdict: boolean;
};
export type Agreement = { precision: number; recall: number; f: number };

export function score(gold: Gold, found: Found): Score {
  const isOurs = (role: string) => role === "staff" || role === "worker";
  const roles = new Map(found.participants.map(({ name, role }) => [name, role]));
  const right = gold.participants.filter(
    ({ name, role }) => isOurs(roles.get(name) ?? "nobody") === isOurs(role) && roles.has(name),
  );
  return {
    messages: gold.messages === found.messages,
    sides: right.length / gold.participants.length,
    requests: found.requests.length / gold.requests.length,
    pairs: agreement(pairsOf(gold.requests), pairsOf(found.requests)),
    chases: agreement(
      gold.requests.flatMap((request) => request.chases),
      found.requests.flatMap((request) => request.chases),
    ),
    promises: agreement(
      gold.requests.flatMap((request) => request.promises.map(({ message }) => message)),
      found.requests.flatMap((request) => request.promises.map(({ message }) => message)),
    ),
    crossed: agreement(
      openersOf(gold.requests, (request) => request.crossed_shift),
      openersOf(found.requests, (request) => request.crossed_shift),
    ),
    dropped: agreement(
      openersOf(gold.requests, (request) => request.dropped_at_shift),
      openersOf(found.requests, (request) => request.dropped_at_shift),
    ),
    signs: {
      shift: gold.signs.context_dropped_at_shift === found.signs.context_dropped_at_shift.raised,
      reactive: gold.signs.reactive_follow_up === found.signs.reactive_follow_up.raised,
      bottleneck:
        gold.signs.bottleneck === (found.signs.bottleneck.raised ? found.signs.bottleneck.person : null),
    },
    verdict: gold.verdict === found.verdict,
  };
}

/** Two messages of one request, as one number. */
const pairsOf = (requests: readonly { messages: readonly number[] }[]): number[] =>
  requests.flatMap(({ messages }) =>
    messages.flatMap((one, at) => messages.slice(at + 1).map((other) => one * 1_000_000 + other)),
  );

const openersOf = <Request extends { messages: readonly number[] }>(
  requests: readonly Request[],
  holds: (request: Request) => boolean,
): number[] => requests.filter(holds).flatMap(({ messages }) => messages[0] ?? []);

function agreement(wanted: readonly number[], found: readonly number[]): Agreement {
  const all = new Set(wanted);
  const had = new Set(found);
  const right = [...had].filter((one) => all.has(one)).length;
  const precision = had.size === 0 ? 1 : right / had.size;
  const recall = all.size === 0 ? 1 : right / all.size;
  return {
    precision,
    recall,
    f: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}
