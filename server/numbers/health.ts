/** Reads how all numbers are: a handful of queries, whatever the size of the archive. */
import type { HealthFinding } from "../../shared/number-health.ts";
import { freeUsed } from "../costs/free-tier.ts";
import type { System } from "../system.ts";
import { concerns, LASTING_FIELDS, type NoticedNumber, PASSING_DAYS } from "./health-fields-rules.ts";
import { type NoticedState, stateFromNotices } from "./health-notice-rules.ts";
import { type HealthNotice, readHealthNotice } from "./health-notices.ts";
import { houseFindings, numberFindings } from "./health-rules.ts";
import {
  countDeadDeliveries,
  countMarketingStops,
  lastDeliveryAt,
  listFailedMedia,
  listFailedSends,
  listLastSent,
  listLatestNotices,
} from "./health-store.ts";
import { listStored, type StoredNumber } from "./store.ts";
import { unusualSilence } from "./traffic-rules.ts";
import { listHours, listLastHeard, type TrafficHour } from "./traffic-store.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Twice the time between two counts. */
const UNCOUNTED_MS = 10 * 60_000;
const SHOWN_DAYS = 28;
/** Four weeks before a silence of a week, and the hour by which opening hours wander. */
const HISTORY_MS = 36 * DAY_MS;
const LONG_HISTORY_MS = 26 * 7 * DAY_MS;

export type HealthParts = Pick<System, "db" | "clock"> & {
  seal: Pick<System["seal"], "open">;
  config: { whatsapp: Pick<System["config"]["whatsapp"], "appSecret"> };
};

export type NumberState = NoticedState & {
  number: StoredNumber;
  findings: HealthFinding[];
  canSend: boolean;
  throughput: number;
  isOnPhone: boolean;
  lastInAt: Date | null;
  lastOutAt: Date | null;
  marketingStops: number;
  traffic: TrafficHour[];
};

export type Health = {
  house: HealthFinding[];
  lastDeliveryAt: Date | null;
  hasOtherNotices: boolean;
  numbers: NumberState[];
};

export async function readHealth({ db, clock, seal, config }: HealthParts): Promise<Health> {
  const now = clock.now();
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const [stored, rows, failures, sent, media, dead, deliveryAt, stops, heard, hours, free] =
    await Promise.all([
      listStored(db),
      listLatestNotices(db, LASTING_FIELDS, new Date(now.getTime() - PASSING_DAYS * DAY_MS)),
      listFailedSends(db, dayAgo),
      listLastSent(db, dayAgo),
      listFailedMedia(db, dayAgo),
      countDeadDeliveries(db),
      lastDeliveryAt(db),
      countMarketingStops(db, new Date(now.getTime() - 30 * DAY_MS)),
      listLastHeard(db, new Date(now.getTime() - UNCOUNTED_MS)),
      listHours(db, new Date(now.getTime() - LONG_HISTORY_MS)),
      freeUsed(db, now),
    ]);
  const notices = rows.map(readHealthNotice);
  const all = stored.map(noticedNumber);
  const isOpen = (sealed: Buffer | null) => sealed !== null && seal.open(sealed) !== null;
  const hasAppSecret =
    config.whatsapp.appSecret !== null || stored.some(({ appSecretSealed }) => isOpen(appSecretSealed));

  const numbers = stored.map((number, index): NumberState => {
    const isThis = <T extends { numberId: number }>({ numberId }: T) => numberId === number.id;
    const noticed = all[index];
    const about = noticed ? notices.filter((notice) => concerns(notice, noticed, all)) : [];
    const { lastInAt = null, lastOutAt = null } = heard.find(isThis) ?? {};
    const traffic = hours.filter(isThis);
    const hasToken = number.accessTokenSealed !== null;
    const isTokenOpen = isOpen(number.accessTokenSealed);
    const state = stateFromNotices(about);
    // A long silence is judged by the weeks before it.
    const historyFrom = Math.min(now.getTime(), lastInAt?.getTime() ?? now.getTime()) - HISTORY_MS;
    const findings = numberFindings(
      {
        kind: number.kind,
        disconnectedAt: number.disconnectedAt,
        token: isTokenOpen ? "open" : hasToken ? "sealed" : "none",
        hasAppSecret,
        failures: failures.filter(isThis),
        lastSentAt: sent.find(isThis)?.at ?? null,
        mediaFailed: media.find(isThis) ?? null,
        paused: number.pausedAt && { at: number.pausedAt, code: number.pauseCode ?? 0 },
        silence: unusualSilence(
          traffic.filter(({ hour }) => hour.getTime() >= historyFrom),
          lastInAt,
          now,
        ),
        freeUsed: free.find(isThis)?.used ?? 0,
      },
      about,
      now,
    );
    const shownFrom = now.getTime() - SHOWN_DAYS * DAY_MS;
    const shown = traffic.filter(({ hour }) => hour.getTime() >= shownFrom && hour <= now);
    return {
      ...state,
      number,
      findings,
      canSend: number.kind !== "unclaimed" && isTokenOpen,
      throughput: state.hasHighThroughput ? Math.max(1000, number.throughput) : number.throughput,
      isOnPhone: shown.some(({ fromPhone }) => fromPhone > 0),
      lastInAt,
      lastOutAt,
      marketingStops: stops.find(isThis)?.count ?? 0,
      traffic: shown,
    };
  });
  return {
    house: houseFindings(
      dead,
      notices.filter((notice) => !all.some((each) => concerns(notice, each, all))),
      now,
    ),
    lastDeliveryAt: deliveryAt,
    hasOtherNotices: notices.some((notice) => isOfOthers(notice, all)),
    numbers,
  };
}

export const digitsOf = (phone: string | null): string | null => phone?.replaceAll(/\D/g, "") || null;

function noticedNumber({ id, phoneNumberId, displayPhone, businessAccountId }: StoredNumber): NoticedNumber {
  return { id, phoneNumberId, phone: digitsOf(displayPhone), businessAccountId };
}

/** A number whose account nobody entered takes what is about no other's. */
const isOfOthers = ({ numberId, accountId }: HealthNotice, all: readonly NoticedNumber[]): boolean =>
  numberId === null &&
  all.every(({ businessAccountId }) => businessAccountId !== null && businessAccountId !== accountId);
