import { describe, expect, test } from "vitest";
import { concerns, type NoticedNumber } from "./health-fields-rules.ts";
import { type HealthNotice, readHealthNotice } from "./health-notices.ts";

const said = (field: string, body: unknown, accountId = "300"): HealthNotice =>
  readHealthNotice({ field, at: new Date(0), numberId: null, businessAccountId: accountId, body });

describe("which number a notice concerns", () => {
  const first: NoticedNumber = { id: 1, phoneNumberId: "11", phone: "15550100001", businessAccountId: "300" };
  const second: NoticedNumber = {
    id: 2,
    phoneNumberId: "22",
    phone: "15550100002",
    businessAccountId: "300",
  };
  const loose: NoticedNumber = { id: 3, phoneNumberId: "33", phone: null, businessAccountId: null };
  const all = [first, second, loose];
  const who = (notice: HealthNotice) => all.filter((each) => concerns(notice, each, all)).map(({ id }) => id);
  test("by account, by phone, by number", () => {
    expect(who(said("account_update", { event: "ACCOUNT_DELETED" }))).toEqual([1, 2]);
    expect(who(said("security", { display_phone_number: "+1 555 010 0002" }))).toEqual([2]);
    expect(who(said("account_alerts", { entity_type: "PHONE_NUMBER", entity_id: 22 }))).toEqual([2]);
    expect(who({ ...said("messages.errors", { code: 1 }), numberId: 3 })).toEqual([3]);
  });
  test("another account's is taken by the number whose account nobody entered", () => {
    expect(who(said("account_update", {}, "999"))).toEqual([3]);
    expect(concerns(said("account_update", {}, "999"), first, [first, second])).toBe(false);
  });
});
