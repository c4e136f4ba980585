import { expect, test } from "vitest";
import { makeDiagnosis } from "../../test/made-diagnosis.ts";
import { correctionsOf, dateOrderOf, zoneOf } from "./corrections.ts";

const { chat } = makeDiagnosis({
  names: { staff: ["~ Ana Ruiz", "Ruiz, Plomería"], clients: ["José", "+34 600 100 201"] },
  requests: 8,
});
const roles = (said: Parameters<typeof correctionsOf>[1]) => [...correctionsOf(chat, said).roles];

test("nothing said corrects nothing", () => {
  expect(roles({})).toEqual([]);
  expect(roles({ staff: "  " })).toEqual([]);
});

test("who is named as staff is staff, however it is written; all others are clients", () => {
  expect(roles({ staff: "ana ruiz, RUIZ, plomeria" })).toEqual([
    ["~ Ana Ruiz", "staff"],
    ["Ruiz, Plomería", "staff"],
    ["José", "client"],
    ["+34 600 100 201", "client"],
  ]);
});

test("workers alone leave the others to be guessed", () => {
  expect(roles({ workers: "jose" })).toEqual([["José", "worker"]]);
});

test("a name that is not there is answered with those that are", () => {
  expect(() => roles({ staff: "Ana Ruiz, Pepe" })).toThrow(/nobody called "Pepe"[\s\S]*~ Ana Ruiz \(\d+\)/);
});

test("an order of dates and a zone are what they can be, or are refused", () => {
  expect(dateOrderOf("mdy")).toBe("MDY");
  expect(dateOrderOf(undefined)).toBeUndefined();
  expect(() => dateOrderOf("day first")).toThrow("--date-order is DMY, MDY, YMD");
  expect(zoneOf("Africa/Nairobi")).toBe("Africa/Nairobi");
  expect(() => zoneOf("Mombasa")).toThrow("--tz is a time zone");
});
