import { expect, test } from "vitest";
import { checkOf, isStepDone, levelOf } from "../../shared/connecting.ts";
import {
  accountRefused,
  accountsOf,
  addressCheck,
  commonRefusal,
  expiryCheck,
  fieldsCheck,
  registerRefused,
  registrationCheck,
  secretRefused,
  subscribedCheck,
  throughputOf,
  tokenChecks,
  WANTED_FIELDS,
} from "./check-rules.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const HOOK = "https://baton.example.com/webhooks/whatsapp";
const META = "https://graph.facebook.com";
const refusal = (code: number | null, subcode: number | null = null) => ({
  code,
  subcode,
  detail: "",
  status: 400,
});
const codes = (all: { code: string }[]) => all.map(({ code }) => code);

test("a token that lasts and may do both is fine", () => {
  const scopes = ["whatsapp_business_messaging", "whatsapp_business_management"];
  expect(codes(tokenChecks({ is_valid: true, expires_at: 0, scopes }, NOW))).toEqual([
    "token_fine",
    "permissions_fine",
    "expiry_never",
  ]);
});

test("a missing permission is named", () => {
  const [, permissions] = tokenChecks({ is_valid: true, scopes: ["whatsapp_business_management"] }, NOW);
  expect(permissions).toEqual({
    code: "permissions_missing",
    facts: { names: "whatsapp_business_messaging" },
  });
});

test("a token that is over is told from one that never was", () => {
  expect(codes(tokenChecks({ is_valid: false, expires_at: NOW.getTime() / 1000 - 1 }, NOW))).toEqual([
    "token_expired",
  ]);
  expect(codes(tokenChecks({ is_valid: false }, NOW))).toEqual(["token_refused"]);
  expect(commonRefusal(refusal(190, 463))?.code).toBe("token_expired");
  expect(commonRefusal(refusal(190))?.code).toBe("token_refused");
  expect(commonRefusal(refusal(null))?.code).toBe("graph_not_there");
  expect(commonRefusal(refusal(2500))?.code).toBe("graph_not_there");
  expect(commonRefusal(refusal(100))).toBeNull();
});

test("an end within a week is worth a look, a later one is not", () => {
  const inHours = (hours: number) => expiryCheck(new Date(NOW.getTime() + hours * 3_600_000), NOW).code;
  expect([inHours(1), inHours(167), inHours(169)]).toEqual(["expiry_soon", "expiry_soon", "expiry_later"]);
});

test("the accounts a token names are proposed once each", () => {
  expect(
    accountsOf({
      granular_scopes: [
        { scope: "whatsapp_business_management", target_ids: ["1", "2"] },
        { scope: "whatsapp_business_messaging", target_ids: ["2"] },
        { scope: "pages_show_list", target_ids: ["9"] },
        { scope: "whatsapp_business_manage_events" },
      ],
    }),
  ).toEqual(["1", "2"]);
});

test("an account one may not see is told from one that is not there", () => {
  expect(accountRefused(refusal(200)).code).toBe("account_forbidden");
  expect(accountRefused(refusal(100, 33)).code).toBe("account_not_found");
  expect(accountRefused(refusal(190)).code).toBe("token_refused");
});

test("a number on the phone needs no registering; one that is verified needs a PIN; else Meta comes first", () => {
  expect(registrationCheck({ id: "1", is_on_biz_app: true, platform_type: "CLOUD_API" }).code).toBe(
    "on_phone",
  );
  expect(registrationCheck({ id: "1", platform_type: "CLOUD_API", status: "CONNECTED" }).code).toBe(
    "registered",
  );
  expect(
    registrationCheck({ id: "1", platform_type: "NOT_APPLICABLE", code_verification_status: "VERIFIED" })
      .code,
  ).toBe("not_registered");
  expect(
    registrationCheck({ id: "1", platform_type: "NOT_APPLICABLE", code_verification_status: "EXPIRED" }).code,
  ).toBe("not_verified");
  expect(registrationCheck({ id: "1", platform_type: "CLOUD_API", status: "DISCONNECTED" }).code).toBe(
    "not_registered",
  );
});

test("a wrong PIN, too many tries and the lock of three days are three things", () => {
  expect([133005, 133008, 133016, 131000].map((code) => registerRefused(refusal(code)).code)).toEqual([
    "pin_wrong",
    "pin_wait",
    "register_locked",
    "register_refused",
  ]);
});

test("how fast a number may send is read from the Graph", () => {
  expect(throughputOf({ id: "1", throughput: { level: "HIGH" } })).toEqual({
    kind: "upgraded",
    perSecond: 1000,
  });
  expect(throughputOf({ id: "1", is_on_biz_app: true, throughput: { level: "HIGH" } }).perSecond).toBe(20);
  expect(throughputOf({ id: "1" }).perSecond).toBe(80);
});

test("a secret the Graph does not take as proof is wrong", () => {
  expect(secretRefused(refusal(100)).code).toBe("app_secret_wrong");
  expect(secretRefused(refusal(190)).code).toBe("app_secret_wrong");
  expect(secretRefused(refusal(2)).code).toBe("graph_busy");
});

test.each([
  [HOOK, META, "address_fine"],
  ["http://baton.example.com/webhooks/whatsapp", META, "address_plain"],
  ["http://127.0.0.1:4400/webhooks/whatsapp", META, "address_local"],
  ["https://192.168.1.5/webhooks/whatsapp", META, "address_local"],
  ["http://[::1]:4400/webhooks/whatsapp", META, "address_local"],
  ["http://127.0.0.1:4400/webhooks/whatsapp", "http://127.0.0.1:4600", "address_near"],
  ["https://172.32.0.1/x", META, "address_fine"],
])("%s for %s is %s", (hook, graph, code) => {
  expect(addressCheck(hook, graph).code).toBe(code);
});

test("the app is subscribed when it is in the account's list, any app while ours is not known", () => {
  const apps = [{ whatsapp_business_api_data: { id: "7", name: "Other" } }];
  expect(subscribedCheck(apps, "7").code).toBe("subscribed_fine");
  expect(subscribedCheck(apps, "8").code).toBe("subscribed_missing");
  expect(subscribedCheck(apps, null).code).toBe("subscribed_fine");
  expect(subscribedCheck([], null).code).toBe("subscribed_missing");
});

test("fields: all, some, none, and at another's address", () => {
  const of = (callback_url: string, fields: string[], overrideUrl: string | null = null) =>
    fieldsCheck([{ object: "whatsapp_business_account", callback_url, fields, active: true }], {
      webhookUrl: HOOK,
      overrideUrl,
    });
  expect(of(HOOK, [...WANTED_FIELDS]).code).toBe("fields_fine");
  expect(of(HOOK, ["messages"]).code).toBe("fields_some");
  expect(of(HOOK, ["security"])).toEqual({ code: "fields_missing", facts: { names: "messages" } });
  expect(of("https://old.example/hook", ["messages"]).code).toBe("fields_missing");
  expect(of("https://old.example/hook", ["messages"], HOOK)).toEqual({
    code: "fields_elsewhere",
    facts: { host: "old.example" },
  });
  expect(fieldsCheck([], { webhookUrl: HOOK, overrideUrl: null }).code).toBe("fields_missing");
});

test("a step is done when each of its checks is, and what is worth a look holds nobody up", () => {
  const all = [{ code: "token_fine" }, { code: "permissions_fine" }, { code: "expiry_soon" }] as const;
  expect(isStepDone("token", all)).toBe(true);
  expect(isStepDone("token", all.slice(0, 2))).toBe(false);
  expect(isStepDone("token", [...all.slice(0, 2), { code: "token_expired" }])).toBe(false);
  expect([checkOf("expiry_soon"), levelOf("expiry_soon")]).toEqual(["expiry", "watch"]);
});
