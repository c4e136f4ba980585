import { expect, test } from "vitest";
import type { Check } from "../../../shared/api/connecting.ts";
import { type CheckCode, checkOf, levelOf } from "../../../shared/connecting.ts";
import { canKeepToken, canLookAgain, shownChecks } from "./connect-shown.ts";

const checks = (...codes: CheckCode[]): Check[] =>
  codes.map((code) => ({ check: checkOf(code), code, level: levelOf(code), facts: {} }));
const begun = {
  checks: checks(
    "account_missing",
    "number_missing",
    "app_secret_missing",
    "address_near",
    "handshake_waiting",
    "subscribed_missing",
    "heard_waiting",
    "answer_missing",
  ),
  numbers: [],
  numberId: null,
  hasAppSecret: false,
  heard: null,
};
const codes = (shown: Check[]) => shown.map(({ code }) => code);

test("what cannot be done yet is not asked for", () => {
  expect(codes(shownChecks("number", begun))).toEqual(["account_missing"]);
  expect(codes(shownChecks("webhook", begun))).toEqual(["app_secret_missing", "address_near"]);
  expect(codes(shownChecks("test", begun))).toEqual(["heard_waiting"]);
});

test("it is asked for as soon as its button is there", () => {
  const later = { ...begun, numberId: 1, hasAppSecret: true, heard: { name: "Ana", at: "" } };
  expect(codes(shownChecks("number", later))).toContain("number_missing");
  expect(codes(shownChecks("webhook", later))).toContain("handshake_waiting");
  expect(codes(shownChecks("test", later))).toContain("answer_missing");
});

test("looking again is offered where no form does it", () => {
  expect(canLookAgain("number", begun)).toBe(false);
  expect(canLookAgain("number", { ...begun, checks: checks("account_empty") })).toBe(true);
  expect(canLookAgain("webhook", begun)).toBe(false);
  expect(canLookAgain("webhook", { ...begun, hasAppSecret: true })).toBe(true);
  expect(canLookAgain("webhook", { ...begun, hasAppSecret: true, checks: checks("app_secret_fine") })).toBe(
    false,
  );
});

test("a token is kept for another address unless Meta turned it down", () => {
  expect(canKeepToken(undefined)).toBe(false);
  expect(canKeepToken({ hasToken: true, checks: checks("graph_unreachable") })).toBe(true);
  expect(canKeepToken({ hasToken: true, checks: checks("token_refused") })).toBe(false);
});
