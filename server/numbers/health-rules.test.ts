import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixtureBodies } from "../../test/fixture-bodies.ts";
import { readPayload } from "../whatsapp/payload.ts";
import { isKnownNotice } from "./health-fields-rules.ts";
import { findingsOfNotices, stateFromNotices } from "./health-notice-rules.ts";
import { type HealthNotice, readHealthNotice } from "./health-notices.ts";
import { houseFindings, kindOfFailure, numberFindings, type OwnFacts } from "./health-rules.ts";

const NOW = new Date("2026-11-18T12:00:00Z");
const HOUR = 3_600_000;
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR);
const said = (field: string, body: unknown, hours = 1, accountId: string | null = "300"): HealthNotice =>
  readHealthNotice({ field, at: hoursAgo(hours), numberId: null, businessAccountId: accountId, body });
const codes = (...notices: HealthNotice[]) => findingsOfNotices(notices, NOW).map(({ code }) => code);

/** Every notice that the fixtures become, as the recorder would keep it. */
const fixtures: HealthNotice[] = [...fixtureBodies().values()].flatMap((body) =>
  readPayload(body, NOW).flatMap((event) =>
    event.kind === "notice"
      ? [
          readHealthNotice({
            ...{ field: event.field, at: event.at, body: event.body },
            ...{ numberId: event.about ? 1 : null, businessAccountId: event.businessAccountId },
          }),
        ]
      : [],
  ),
);

describe("what WhatsApp is known to send", () => {
  const cases: [field: string, expected: string[]][] = [
    ["account_alerts", ["account_alert"]],
    ["account_review_update", []],
    ["account_update", ["account_disconnected"]],
    ["business_capability_update", []],
    ["business_username_updates", []],
    ["message_template_components_update", []],
    ["message_template_quality_update", []],
    ["message_template_status_update", ["templates_rejected"]],
    ["phone_number_name_update", ["name_rejected"]],
    ["phone_number_quality_update", []],
    ["security", ["pin_reset_requested"]],
    ["template_category_update", ["templates_category"]],
  ];
  test.each(cases)("the fixture of %s", (field, expected) => {
    const notices = fixtures.filter((notice) => notice.field === field);
    expect(notices).toHaveLength(1);
    const at = notices[0]?.at ?? NOW;
    expect(findingsOfNotices(notices, at).map(({ code }) => code)).toEqual(expected);
  });

  test("no fixture is unknown", () => {
    expect(fixtures.filter((notice) => !isKnownNotice(notice)).map(({ field }) => field)).toEqual([]);
  });

  test("the state of the card is read from them", () => {
    expect(stateFromNotices(fixtures)).toMatchObject({
      messagingLimit: expect.anything(),
      hasHighThroughput: true,
      displayName: { name: "Acme", decision: "rejected" },
      username: { name: "acme.repairs", status: "approved" },
    });
  });

  test("errors that come without messages are told for a day, a declined history for longer", () => {
    const errors = fixtures.filter(({ field }) => field.endsWith(".errors"));
    expect(errors.length).toBeGreaterThan(0);
    const told = findingsOfNotices(errors, new Date(Math.max(...errors.map(({ at }) => at.getTime()))));
    expect(new Set(told.map(({ code }) => code))).toEqual(new Set(["whatsapp_error", "history_declined"]));
  });
});

test("what nobody foresaw is named, a field or an event of a known one, and never breaks anything", () => {
  const found = findingsOfNotices(
    [
      said("weather_update", { rain: true }),
      said("account_update", { event: "MOON_FULL" }),
      said("security", { event: { odd: 1 } }),
      ...["x", null, 7, [], [[1]], { ban_info: 3, restriction_info: "no", alert_info: [], event: 5 }].map(
        (body) => said("account_update", body),
      ),
    ],
    NOW,
  );
  expect(found.map(({ facts }) => facts.field)).toEqual(
    expect.arrayContaining(["weather_update", "account_update: MOON_FULL", "security"]),
  );
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(["unknown_notice"]));
});

test("any JSON at all is read", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        "account_update",
        "account_alerts",
        "security",
        "message_template_status_update",
        "other",
      ),
      fc.jsonValue(),
      (field, body) => {
        expect(Array.isArray(findingsOfNotices([said(field, body)], NOW))).toBe(true);
      },
    ),
  );
});

describe("findings that end", () => {
  const update = (event: string, hours: number, more: object = {}) =>
    said("account_update", { event, ...more }, hours);
  const ban = (state: unknown, hours: number) =>
    update("DISABLED_UPDATE", hours, { ban_info: { waba_ban_state: state, waba_ban_date: "1" } });

  test("disabled, then reinstated", () => {
    expect(codes(ban("SCHEDULE_FOR_DISABLE", 9))).toEqual(["account_disable_scheduled"]);
    expect(codes(ban("SCHEDULE_FOR_DISABLE", 9), ban(["DISABLE"], 8))).toEqual(["account_disabled"]);
    expect(codes(ban("DISABLE", 8), ban("REINSTATE", 2))).toEqual(["account_reinstated"]);
    expect(codes(ban("DISABLE", 800), ban("REINSTATE", 700))).toEqual([]);
  });
  test("disconnected, then connected again", () => {
    expect(codes(update("PARTNER_REMOVED", 5))).toEqual(["account_disconnected"]);
    expect(codes(update("ACCOUNT_OFFBOARDED", 5), update("ACCOUNT_RECONNECTED", 4))).toEqual([]);
    expect(codes(update("PARTNER_ADDED", 5), update("PARTNER_REMOVED", 4))).toEqual(["account_disconnected"]);
  });
  test("restricted until its time is over, or until WhatsApp lifts it", () => {
    const until = (at: Date | null) => ({
      restriction_info: [
        { restriction_type: "RESTRICTED_BIZ_INITIATED_MESSAGING", expiration: at && at.getTime() / 1000 },
      ],
    });
    const [standing] = findingsOfNotices([update("ACCOUNT_RESTRICTION", 5, until(hoursAgo(-3)))], NOW);
    expect(standing).toMatchObject({
      code: "account_restricted",
      level: "act",
      facts: { reason: "RESTRICTED_BIZ_INITIATED_MESSAGING", until: hoursAgo(-3).toISOString() },
    });
    expect(codes(update("ACCOUNT_RESTRICTION", 5, until(hoursAgo(1))))).toEqual([]);
    expect(codes(update("ACCOUNT_RESTRICTION", 500, until(null)))).toEqual(["account_restricted"]);
    expect(
      codes(
        update("ACCOUNT_RESTRICTION", 5, until(null)),
        update("ACCOUNT_RESTRICTION", 4, { restriction_info: [] }),
      ),
    ).toEqual([]);
    expect(codes(update("ACCOUNT_RESTRICTION", 5, until(null)), ban("REINSTATE", 1))).toEqual([
      "account_reinstated",
    ]);
  });
  test("flagged quality, rejected name, review, PIN and alert", () => {
    const quality = (event: string, hours: number) => said("phone_number_quality_update", { event }, hours);
    expect(codes(quality("FLAGGED", 5))).toEqual(["quality_low"]);
    expect(codes(quality("FLAGGED", 5), quality("UNFLAGGED", 4))).toEqual([]);
    const named = (decision: string, hours: number) => said("phone_number_name_update", { decision }, hours);
    expect(codes(named("REJECTED", 5), named("APPROVED", 4))).toEqual([]);
    expect(codes(named("APPROVED", 5), named("PENDING", 4))).toEqual(["name_pending"]);
    const review = (decision: string, hours: number) => said("account_review_update", { decision }, hours);
    expect(codes(review("REJECTED", 5))).toEqual(["review_rejected"]);
    expect(codes(review("REJECTED", 5), review("APPROVED", 1))).toEqual([]);
    const pin = (event: string, hours: number) => said("security", { event }, hours);
    expect(codes(pin("PIN_RESET_REQUEST", 5), pin("PIN_RESET_SUCCESS", 1))).toEqual(["pin_changed"]);
    expect(codes(pin("PIN_CHANGED", 24 * 8))).toEqual([]);
    const alert = (alert_status: string, alert_severity: string, hours: number) =>
      said("account_alerts", { alert_info: { alert_type: "X", alert_status, alert_severity } }, hours);
    expect(findingsOfNotices([alert("ACTIVE", "CRITICAL", 5)], NOW)).toMatchObject([{ level: "act" }]);
    expect(codes(alert("ACTIVE", "CRITICAL", 5), alert("NONE", "CRITICAL", 4))).toEqual([]);
    expect(codes(alert("ACTIVE", "INFORMATIONAL", 5))).toEqual([]);
  });
  test("templates stand together by what happened to them, and go when they are approved or deleted", () => {
    const template = (id: number, event: string, hours: number) =>
      said(
        "message_template_status_update",
        { event, message_template_id: id, message_template_name: `t${id}` },
        hours,
      );
    const [found, ...rest] = findingsOfNotices([template(2, "PAUSED", 3), template(1, "PAUSED", 5)], NOW);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      code: "templates_paused",
      since: hoursAgo(5),
      facts: { count: 2, names: "t1, t2" },
    });
    expect(codes(template(1, "PAUSED", 5), template(1, "APPROVED", 4))).toEqual([]);
    const red = said(
      "message_template_quality_update",
      { message_template_id: 1, new_quality_score: "RED" },
      5,
    );
    expect(codes(red)).toEqual(["templates_low_quality"]);
    expect(codes(red, template(1, "DELETED", 4))).toEqual([]);
  });
  test("a lowered limit is told, a raised or repeated one is not", () => {
    const limit = (value: unknown, hours: number) =>
      said("business_capability_update", { max_daily_conversations_per_business: value }, hours);
    expect(codes(limit(2000, 5))).toEqual([]);
    expect(codes(limit("TIER_10K", 9), limit(2000, 5), limit("TIER_2K", 4))).toEqual(["limit_lowered"]);
    expect(codes(limit(2000, 9), limit("TIER_UNLIMITED", 5))).toEqual([]);
  });
});

test("in whatever order notices arrive, the same comes out (law 2)", () => {
  const tied = [
    said("phone_number_quality_update", { event: "FLAGGED" }, 1),
    said("phone_number_quality_update", { event: "UNFLAGGED" }, 1),
    said("account_update", { event: "PARTNER_REMOVED" }, 2),
    said("account_update", { event: "PARTNER_ADDED" }, 2),
    said("business_capability_update", { max_daily_conversations_per_business: 250 }, 2),
  ];
  const all = [...fixtures, ...tied];
  const expected = findingsOfNotices(all, NOW);
  const state = stateFromNotices(all);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }), (shuffled) => {
      expect(findingsOfNotices(shuffled, NOW)).toEqual(expected);
      expect(stateFromNotices([...shuffled, ...shuffled.slice(0, 3)])).toEqual(state);
    }),
  );
});

describe("what we see ourselves", () => {
  const well: OwnFacts = {
    ...{ kind: "real", token: "open", hasAppSecret: true, failures: [], lastSentAt: null },
    ...{ mediaFailed: null, silence: null, freeUsed: 0 },
  };
  const own = (more: Partial<OwnFacts>) =>
    numberFindings({ ...well, ...more }, [], NOW).map(({ code }) => code);
  const failed = (code: number | null, count = 1, hours = 2) => ({
    ...{ code, count },
    ...{ firstAt: hoursAgo(hours + 1), lastAt: hoursAgo(hours) },
  });
  test("nothing to say is said", () => {
    expect(own({})).toEqual(["all_well"]);
  });
  test("a stranger is only to be connected", () => {
    expect(own({ kind: "unclaimed", token: "none", hasAppSecret: false })).toEqual(["unclaimed"]);
  });
  test("secrets that are missing or sealed elsewhere", () => {
    expect(own({ token: "none" })).toEqual(["no_token"]);
    expect(own({ token: "sealed" })).toEqual(["sealed_elsewhere"]);
    expect(own({ hasAppSecret: false })).toEqual(["no_app_secret"]);
  });
  test.each([
    [190, "token_refused"],
    [0, "token_refused"],
    [200, "permission_refused"],
    [131042, "payment_refused"],
    [131031, "account_locked"],
    [131048, "spam_limited"],
    [133010, "not_registered"],
    [130429, "rate_limited"],
    [131026, "sends_failing"],
  ])("code %d means %s", (code, kind) => {
    expect(kindOfFailure(code)).toBe(kind);
  });
  test("refusals of a kind are one finding, which ends when a send goes through", () => {
    expect(numberFindings({ ...well, failures: [failed(190), failed(0, 3, 5)] }, [], NOW)).toMatchObject([
      { code: "token_refused", since: hoursAgo(6), facts: { count: 4, codes: "0, 190" } },
    ]);
    expect(own({ failures: [failed(190)], lastSentAt: hoursAgo(1) })).toEqual(["all_well"]);
    expect(own({ failures: [failed(190)], lastSentAt: hoursAgo(3) })).toEqual(["token_refused"]);
  });
  test("a few messages that fail are everyday; many are worth a look", () => {
    expect(own({ failures: [failed(131026, 4)] })).toEqual(["all_well"]);
    expect(own({ failures: [failed(131026, 3), failed(null, 2)], lastSentAt: NOW })).toEqual([
      "sends_failing",
    ]);
  });
  test("silence is pressing, and after four weeks known", () => {
    const silent = (days: number) =>
      numberFindings({ ...well, silence: { since: hoursAgo(24 * days), expected: 14, weeks: 4 } }, [], NOW);
    expect(silent(1)).toMatchObject([{ code: "silent", level: "act", facts: { count: 14, weeks: 4 } }]);
    expect(silent(29)).toMatchObject([{ code: "silent", level: "watch" }]);
  });
  test("the most pressing comes first", () => {
    const found = numberFindings(
      { ...well, token: "none", mediaFailed: { count: 2, firstAt: NOW } },
      [said("account_update", { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "REINSTATE" } })],
      NOW,
    );
    expect(found.map(({ level }) => level)).toEqual(["act", "watch", "good"]);
  });
  test("dead deliveries and unknown notices about nobody belong to the house", () => {
    const found = houseFindings(
      { count: 2, firstAt: NOW },
      [said("weather_update", {}), said("account_update", { event: "ACCOUNT_DELETED" })],
      NOW,
    );
    expect(found.map(({ code }) => code)).toEqual(["dead_deliveries", "unknown_notice"]);
  });
});
