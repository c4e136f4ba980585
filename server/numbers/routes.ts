/** Numbers on screens: never their secrets. */
import type { FastifyInstance } from "fastify";
import { type Finding, type NumberHealth, numbersApi } from "../../shared/api/numbers.ts";
import type { HealthFinding, HealthLevel } from "../../shared/number-health.ts";
import { UserError } from "../errors.ts";
import { serve } from "../http/route.ts";
import type { System } from "../system.ts";
import type { Numbers } from "./directory.ts";
import { type NumberState, readHealth } from "./health.ts";
import { readNotices } from "./health-history.ts";
import { lastMessages } from "./store.ts";

const HOUR_MS = 3_600_000;

export function serveNumbers(
  http: FastifyInstance,
  { system, numbers }: { system: System; numbers: Numbers },
): void {
  const { db } = system;
  serve(http, numbersApi.numbers, async () => {
    await numbers.refresh();
    const lastAt = new Map(await lastMessages(db));
    return {
      numbers: numbers.all().map((number) => ({
        id: number.id,
        name: number.name,
        kind: number.kind,
        phone: number.displayPhone,
        canSend: number.canSend,
        lastMessageAt: lastAt.get(number.id)?.toISOString() ?? null,
      })),
    };
  });
  serve(http, numbersApi.numbersHealth, async () => {
    const health = await readHealth(system);
    return {
      house: health.house.map(shownFinding),
      lastDeliveryAt: health.lastDeliveryAt?.toISOString() ?? null,
      hasOtherNotices: health.hasOtherNotices,
      numbers: health.numbers.map(shownNumber),
    };
  });
  serve(http, numbersApi.numberHealth, async ({ params }) => {
    const found = (await readHealth(system)).numbers.find(({ number }) => number.id === params.id);
    if (!found) throw new UserError("not_found", "There is no such number (any more).");
    return shownNumber(found);
  });
  serve(http, numbersApi.numbersAttention, async () => {
    const { house, numbers: states } = await readHealth(system);
    const pressing = (findings: readonly HealthFinding[], number: NumberState["number"] | null) =>
      findings
        .filter(({ level }) => level === "act")
        .map((finding) => ({
          ...shownFinding(finding),
          numberId: number?.id ?? null,
          numberName: number?.name ?? null,
        }));
    return {
      findings: [
        ...states.flatMap(({ number, findings }) => pressing(findings, number)),
        ...pressing(house, null),
      ],
    };
  });
  serve(http, numbersApi.numberNotices, async ({ query }) => {
    const { notices, next } = await readNotices(db, query.number, query);
    return { notices: notices.map((notice) => ({ ...notice, at: notice.at.toISOString() })), next };
  });
}

export const shownFinding = (finding: HealthFinding): Finding => ({
  ...finding,
  since: finding.since?.toISOString() ?? null,
});

export function shownNumber({ number, ...state }: NumberState): NumberHealth {
  return {
    id: number.id,
    name: number.name,
    kind: number.kind,
    phone: number.displayPhone,
    phoneNumberId: number.phoneNumberId,
    businessAccountId: number.businessAccountId,
    level: worst(state.findings),
    findings: state.findings.map(shownFinding),
    canSend: state.canSend,
    quality: state.quality,
    messagingLimit: state.messagingLimit,
    throughput: state.throughput,
    displayName: state.displayName,
    username: state.username,
    isOnPhone: state.isOnPhone,
    lastInAt: state.lastInAt?.toISOString() ?? null,
    lastOutAt: state.lastOutAt?.toISOString() ?? null,
    marketingStops: state.marketingStops,
    traffic: state.traffic.map(({ hour, cameIn, wentOut }) => [hour.getTime() / HOUR_MS, cameIn, wentOut]),
  };
}

/** They come in order. */
const worst = (findings: readonly HealthFinding[]): HealthLevel => findings[0]?.level ?? "good";
