import { expect, test } from "vitest";
import { fillWords, unknownPlaces } from "../../shared/filling.ts";
import type { TemplateDefinition } from "../../shared/template.ts";
import type { FillFacts } from "./facts-store.ts";
import { inLanguage, likelyLanguages, suggestValues, valuesOf } from "./fill-rules.ts";

const FACTS: FillFacts = {
  contactName: "Ana Lima",
  language: null,
  numberName: "Home repairs",
  numberPhone: "15550100001",
  requestId: 12,
  title: "Tap drips",
  category: "Plumbing",
  place: "Calle Mayor 3",
  promiseAt: new Date("2026-03-03T09:00:00Z"),
  lastWords: null,
};
const WAY = { locale: "es-ES", timeZone: "Europe/Madrid", me: "Luis" };
const template = (body: string, variables: "named" | "positional" = "positional"): TemplateDefinition => ({
  variables,
  body,
  buttons: [],
  examples: {},
  beyond: [],
});

test("a promise is said in the reader's language and the sender's zone", () => {
  expect(valuesOf(FACTS, WAY)).toMatchObject({
    first_name: "Ana",
    ref: "R-12",
    promise_day: "martes, 3 de marzo",
    promise_time: "10:00",
    phone: "+15550100001",
    me: "Luis",
  });
  expect(valuesOf(FACTS, { ...WAY, locale: "??", timeZone: "Nowhere/At_all" }).promise_time).toBe("9:00 AM");
});

test("what is not known is not among the values", () => {
  const values = valuesOf({ ...FACTS, promiseAt: null, place: null, requestId: null, contactName: " " }, WAY);
  expect(Object.keys(values)).toEqual(["request", "category", "us", "phone", "me"]);
});

test("the variable behind a greeting is the first name; a named one is known by its name", () => {
  const values = valuesOf(FACTS, WAY);
  expect(suggestValues(template("Hola {{1}}, sobre {{2}}: vamos."), values, [])).toEqual([
    { key: "1", value: "Ana", source: "first_name" },
    { key: "2", value: "", source: "typed" },
  ]);
  expect(suggestValues(template("مرحبًا {{1}}، نحن قادمون"), values, [])[0]?.source).toBe("first_name");
  expect(
    suggestValues(template("Your {{ticket}} at {{address}} it is", "named"), values, []).map(
      ({ value }) => value,
    ),
  ).toEqual(["R-12", "Calle Mayor 3"]);
});

test("what was chosen last is chosen again, also to leave it open", () => {
  const before = [
    { variable: "1", source: "typed", fixed: null },
    { variable: "2", source: "fixed", fixed: "Monday" },
    { variable: "3", source: "no longer known", fixed: null },
  ];
  expect(suggestValues(template("Hola {{1}}, {{2}} y {{3}}."), valuesOf(FACTS, WAY), before)).toEqual([
    { key: "1", value: "", source: "typed" },
    { key: "2", value: "Monday", source: "fixed" },
    { key: "3", value: "", source: "typed" },
  ]);
});

test("a quick reply is filled in, and what is missing stays visible", () => {
  expect(fillWords("Hi {{ First_Name }}, {{place}}?", { first_name: "$&" })).toEqual({
    text: "Hi $&, {{place}}?",
    missing: ["place"],
  });
  expect(unknownPlaces("{{name}} {{nmae}}")).toEqual(["nmae"]);
});

test("the contact's language wins, then their script, then the sender's own, then what was written first", () => {
  const texts = [{ language: "en" }, { language: "es" }, { language: "ar" }];
  const wanted = (language: string | null, lastWords: string | null, own: string | null) =>
    inLanguage(texts, likelyLanguages({ language, lastWords }, own))?.language;
  expect(wanted("es_MX", "مرحبا", "en")).toBe("es");
  expect(wanted(null, "مرحبا", "es")).toBe("ar");
  expect(wanted(null, "hola", "es")).toBe("es");
  expect(wanted("pt_BR", null, null)).toBe("en");
  expect(inLanguage([], ["en"])).toBeUndefined();
});
