import { expect, test } from "vitest";
import { COUNTRIES, countryOf, countryOfBsuid, countryOfPhone } from "./country.ts";

test.each([
  ["573001234567", "CO"],
  ["5215512345678", "MX"],
  ["971501234567", "AE"],
  ["919876543210", "IN"],
  ["15551234567", "US"],
  ["18091234567", "DO"],
  ["77011234567", "KZ"],
  ["79161234567", "RU"],
  ["34600000001", "ES"],
  ["999123456", null],
  ["57", null],
  ["", null],
])("%s is a phone of %s", (digits, country) => {
  expect(countryOfPhone(digits)).toBe(country);
});

test("a BSUID says its country, and Canada is priced with the United States", () => {
  expect(countryOfBsuid("CO.9000")).toBe("CO");
  expect(countryOfBsuid("US.ENT.9000")).toBe("US");
  expect(countryOfBsuid("CA.9000")).toBe("US");
  expect(countryOfBsuid("9000")).toBeNull();
});

test("the phone goes before the BSUID, and what tells nothing is passed over", () => {
  expect(countryOf(["573001234567", "MX.1"])).toBe("CO");
  expect(countryOf([null, "MX.1"])).toBe("MX");
  expect(countryOf(["999", "", "BR.1"])).toBe("BR");
  expect(countryOf([null, undefined])).toBeNull();
});

test("every country has two letters and is there once", () => {
  expect(COUNTRIES.length).toBeGreaterThan(200);
  for (const country of COUNTRIES) expect(country).toMatch(/^[A-Z]{2}$/);
});
