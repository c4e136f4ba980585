import { expect, test } from "vitest";
import { nextWidth, costRow as rowOf, type Unit } from "./pass-rules.ts";
import { readPricing } from "./pricing.ts";

type Given = Omit<Unit, "pricing"> & { pricing: unknown };
const costRow = (given: Given) => rowOf({ ...given, pricing: readPricing(given.pricing) });

const unit = (more: Partial<Given>): Given => ({
  numberId: 1,
  wamid: "w",
  participant: "",
  deliveredAt: new Date("2026-10-12T09:00:00Z"),
  month: "2026-10",
  pricing: { billable: true, pricing_model: "PMP", type: "regular", category: "service" },
  messageId: 7,
  cameBy: "us",
  fromPhone: false,
  phone: "573001234567",
  bsuid: null,
  ...more,
});

test("a delivered message is charged as WhatsApp says, in the country of whoever got it", () => {
  expect(costRow(unit({}))).toEqual({
    numberId: 1,
    wamid: "w",
    participant: "",
    deliveredAt: new Date("2026-10-12T09:00:00Z"),
    month: "2026-10",
    messageId: 7,
    category: "service",
    type: "regular",
    country: "CO",
  });
});

test("a group member's own id says the country, then phone, then BSUID", () => {
  expect(costRow(unit({ participant: "MX.1" }))?.country).toBe("MX");
  expect(costRow(unit({ phone: null, bsuid: "BR.1" }))?.country).toBe("BR");
  expect(costRow(unit({ phone: null }))?.country).toBe("");
});

test("the type decides, not `billable`, unless there is no type", () => {
  const priced = (pricing: unknown) => costRow(unit({ pricing }))?.type;
  expect(priced({ billable: true, type: "free_customer_service", category: "service" })).toBe(
    "free_customer_service",
  );
  expect(priced({ billable: true, category: "utility" })).toBe("regular");
  expect(priced({ billable: "false", category: "utility" })).toBe("not_billable");
  expect(priced({ type: "Regular", category: "SERVICE" })).toBe("regular");
});

test("ours without a price is counted as that; another's is not ours to count", () => {
  expect(costRow(unit({ pricing: null }))).toMatchObject({ type: "", category: "" });
  expect(costRow(unit({ pricing: null, cameBy: null, messageId: null }))).toBeNull();
  expect(costRow(unit({ cameBy: null, messageId: null }))).toMatchObject({
    type: "regular",
    messageId: null,
  });
});

test("what was typed on the phone is free, whatever the price says", () => {
  expect(costRow(unit({ cameBy: "echo", fromPhone: true }))?.type).toBe("on_phone");
  expect(costRow(unit({ cameBy: "echo", fromPhone: true, pricing: null }))).toBeNull();
});

test.each([[42], ["text"], [[1]], [{ type: 5, category: {} }]])("an odd price %j is none", (pricing) => {
  expect(costRow(unit({ pricing }))).toMatchObject({ type: "", category: "" });
});

test("slices grow where nothing is said and shrink where much is", () => {
  expect(nextWidth(1_000, 0)).toBe(16_000);
  expect(nextWidth(1_000, 10_000)).toBe(500);
  expect(nextWidth(1_000, 1)).toBe(4_000);
  expect(nextWidth(1, 100_000)).toBe(1);
});
