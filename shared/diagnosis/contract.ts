/** What `baton diagnose --json` prints: a promise to other programs, so its names change only with a major version. */
import type { WallTime } from "./chat.ts";
import type { ChatRequest, Diagnosis, Level, PersonIndex, Share } from "./diagnosis.ts";

/**
 * Places of messages count from 0 in file order, system lines included. `zone`: an IANA zone the chat's clock was in;
 * with it the time of a promise carries its offset, without it none.
 */
export function toContract(diagnosis: Diagnosis, zone?: string) {
  const { chat, people, requests, signs, verdict } = diagnosis;
  return {
    messages: chat.messages.length,
    unreadable: chat.unreadable.count,
    date_order: { order: chat.dateOrder.order, certainty: chat.dateOrder.certainty },
    participants: people.map(({ name, role, messages }) => ({ name, role, messages })),
    requests: requests.map((request) => requestOf(request, diagnosis, zone)),
    signs: {
      context_dropped_at_shift: shiftOf(signs.contextDroppedAtShift),
      reactive_follow_up: reactiveOf(signs.reactiveFollowUp),
      visibility: visibilityOf(signs.visibility),
      bottleneck: bottleneckOf(signs.bottleneck, (person) => people[person]?.name ?? ""),
    },
    verdict,
  };
}

function requestOf(request: ChatRequest, { people }: Diagnosis, zone: string | undefined) {
  return {
    title: request.title,
    messages: request.messages,
    opened: request.opened,
    first_reply: request.firstReply,
    resolved: request.resolved,
    resolved_at: request.resolvedAt,
    chases: request.chases,
    promises: request.promises.map(({ message, due }) => ({
      message,
      due: due === null ? null : isoOf(due, zone),
    })),
    handled_by: request.handledBy.flatMap((person) => people[person]?.name ?? []),
    crossed_shift: request.crossedShift,
    dropped_at_shift: request.droppedAtShift,
  };
}

type Signs = Diagnosis["signs"];

const shiftOf = ({ told, level, dropped, risk, requests }: Signs["contextDroppedAtShift"]) => ({
  told,
  raised: isRaised(told, level),
  level,
  dropped: dropped.part,
  crossed: dropped.of,
  ...intervalOf(dropped),
  relative_risk: risk,
  requests,
});

const reactiveOf = ({ told, level, reactive, chased, sensitivity, requests }: Signs["reactiveFollowUp"]) => ({
  told,
  raised: isRaised(told, level),
  level,
  reactive: reactive.part,
  follow_ups: reactive.of,
  ...intervalOf(reactive),
  requests_chased: chased.part,
  chase_rate: rounded(chased.share),
  chases_if_after_minutes: { "5": sensitivity.after5, "60": sensitivity.after60 },
  requests,
});

/** It takes no part in the verdict and so is never raised. */
const visibilityOf = (sign: Signs["visibility"]) => ({
  told: sign.told,
  known: sign.known.part,
  of: sign.known.of,
  ...intervalOf(sign.known),
  arrivals_per_week: rounded(sign.arrivalsPerWeek),
  work_in_progress: rounded(sign.workInProgress),
  by_littles_law: sign.byLittlesLaw === null ? null : rounded(sign.byLittlesLaw),
  requests: sign.requests,
});

const bottleneckOf = (sign: Signs["bottleneck"], nameOf: (person: PersonIndex) => string) => ({
  person: sign.person === null ? null : nameOf(sign.person),
  told: sign.told,
  raised: isRaised(sign.told, sign.level),
  level: sign.level,
  hanging: sign.hanging.part,
  of: sign.hanging.of,
  ...intervalOf(sign.hanging),
  shares: sign.shares.map(({ person, share, requests }) => ({
    name: nameOf(person),
    share: rounded(share),
    requests,
  })),
  hhi: rounded(sign.hhi),
  effective_staff: rounded(sign.effectiveStaff),
  gini: rounded(sign.gini),
  truck_factor: sign.truckFactor.map(nameOf),
  median_reply_ms: sign.absence,
  requests: sign.requests,
});

/** What cannot be told is never raised. */
const isRaised = (told: boolean, level: Level): boolean => told && level !== "quiet";
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const intervalOf = ({ share, low, high }: Share) => ({
  share: rounded(share),
  low: rounded(low),
  high: rounded(high),
});

/** "2026-10-13T10:00:00", with the zone's offset at that time where a zone is known. */
function isoOf(at: WallTime, zone: string | undefined): string {
  const local = new Date(at).toISOString().slice(0, 19);
  return zone === undefined ? local : local + offsetText(offsetAt(at, zone));
}

const clocks = new Map<string, Intl.DateTimeFormat>();
/** Zones change by the hour at most: promises for the same hour ask once. */
const offsets = new Map<string, number>();

/** What the zone's clocks are ahead of UTC when they show that time; in the hour that a change leaves out, the later. */
function offsetAt(at: WallTime, zone: string): number {
  const key = `${zone} ${Math.floor(at / 3_600_000)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = aheadAt(at - aheadAt(at, zone), zone);
  offsets.set(key, offset);
  return offset;
}

function aheadAt(instant: number, zone: string): number {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
  clocks.set(zone, clock);
  const part = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
  const shown = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"));
  return shown - Math.floor(instant / 60_000) * 60_000;
}

function offsetText(ahead: number): string {
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${ahead < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
