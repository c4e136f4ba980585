import { expect, test } from "vitest";
import {
  fillTemplate,
  isBeyondUs,
  mediaHeaderOf,
  type TemplateDefinition,
  variablesOf,
  withHeaderMedia,
} from "./template.ts";
import { type TemplateDraft, validateTemplate } from "./template-check.ts";

const VISIT: TemplateDefinition = {
  variables: "positional",
  header: { kind: "text", text: "Visit on {{1}}" },
  body: "Hello {{2}}, we come {{1}} for your request.",
  footer: "Home repairs",
  buttons: [
    { kind: "reply", title: "That is fine" },
    { kind: "url", title: "See it", url: "https://visits.example/{{1}}" },
    { kind: "copy_code", title: "Copy code" },
    { kind: "phone", title: "Call us", phone: "+15550100001" },
  ],
  examples: { "header.1": "Monday", "1": "at 10", "2": "Ana", "button.1": "R-12", "button.2": "SPRING" },
  beyond: [],
};

test("every place to fill has a key of its own, also when header, body and button count from one", () => {
  expect(variablesOf(VISIT).map(({ key, example }) => [key, example])).toEqual([
    ["header.1", "Monday"],
    ["2", "Ana"],
    ["1", "at 10"],
    ["button.1", "R-12"],
    ["button.2", "SPRING"],
  ]);
});

test("filled in, it reads as it will on the phone, and the call gets its values by number", () => {
  const filled = fillTemplate(VISIT, {
    "header.1": "Friday",
    "1": "at\n 9",
    "2": "Luis",
    "button.1": "R-7",
    "button.2": "JUNE",
  });
  expect(filled).toMatchObject({
    header: "Visit on Friday",
    text: "Hello Luis, we come at 9 for your request.",
    footer: "Home repairs",
    missing: [],
  });
  expect(filled.buttons).toEqual([
    { kind: "reply", title: "That is fine" },
    { kind: "url", title: "See it", value: "https://visits.example/R-7" },
    { kind: "copy_code", title: "Copy code", value: "JUNE" },
    { kind: "phone", title: "Call us", value: "+15550100001" },
  ]);
  expect(filled.components).toEqual([
    { type: "header", parameters: [{ type: "text", text: "Friday" }] },
    {
      type: "body",
      parameters: [
        { type: "text", text: "at 9" },
        { type: "text", text: "Luis" },
      ],
    },
    { type: "button", sub_type: "url", index: "1", parameters: [{ type: "text", text: "R-7" }] },
    {
      type: "button",
      sub_type: "copy_code",
      index: "2",
      parameters: [{ type: "coupon_code", coupon_code: "JUNE" }],
    },
  ]);
});

test("named variables go out with their names, and what has no value is said", () => {
  const named: TemplateDefinition = {
    variables: "named",
    body: "Dear {{ first_name }}, it is {{when}} then.",
    buttons: [],
    examples: {},
    beyond: [],
  };
  const filled = fillTemplate(named, { first_name: "Ana" });
  expect(filled.text).toBe("Dear Ana, it is {{when}} then.");
  expect(filled.missing).toEqual(["when"]);
  expect(filled.components[0]).toMatchObject({
    parameters: [{ type: "text", parameter_name: "first_name" }, {}],
  });
});

test("a value that looks like a place is not filled again", () => {
  expect(fillTemplate(VISIT, { "1": "{{2}}", "2": "$& Ana" }).text).toBe(
    "Hello $& Ana, we come {{2}} for your request.",
  );
});

test("a header that is a file stands before the other parts", () => {
  const withFile: TemplateDefinition = { ...VISIT, header: { kind: "document" } };
  expect(mediaHeaderOf(withFile)).toBe("document");
  expect(withHeaderMedia([{ type: "body" }], "document", { id: "77", fileName: "offer.pdf" })).toEqual([
    { type: "header", parameters: [{ type: "document", document: { id: "77", filename: "offer.pdf" } }] },
    { type: "body" },
  ]);
  expect(isBeyondUs(withFile)).toBe(false);
  expect(isBeyondUs({ ...VISIT, header: { kind: "location" } })).toBe(true);
  expect(isBeyondUs({ ...VISIT, beyond: ["CAROUSEL"] })).toBe(true);
});

const DRAFT: TemplateDraft = {
  name: "visit_on",
  language: "en_US",
  category: "utility",
  definition: {
    ...VISIT,
    body: "Hello {{1}}, we come {{2}} for your request.",
  },
};
const problemsOf = (change: Partial<TemplateDefinition>, draft: Partial<TemplateDraft> = {}) =>
  validateTemplate({ ...DRAFT, ...draft, definition: { ...DRAFT.definition, ...change } }).map(
    ({ field, code }) => `${field} ${code}`,
  );
const body = (text: string) => problemsOf({ body: text, examples: { ...VISIT.examples, a: "A", b: "B" } });

test("a template within all rules has no problem", () => {
  expect(validateTemplate(DRAFT)).toEqual([]);
});

test.each([
  ["{{1}}, we come {{2}} at ten", "body variable_first"],
  ["Hello {{1}}, we come {{2}}.", "body variable_last"],
  ["Hello {{1}} {{2}} there", "body variables_adjacent"],
  ["Hello {{1}} and {{3}} there", "body variable_numbers"],
  ["Hello {{name}} there", "body variable_numbers"],
  ["Hello {{1} there", "body variable_broken"],
  ["Hello {{ 1 }} there", "body variable_broken"],
  ["  ", "body missing"],
  ["Hello\n\n\nthere", "body blank_lines"],
  ["x".repeat(1025), "body too_long"],
])("the body %j is refused: %s", (text, problem) => {
  expect(body(text)).toContain(problem);
});

test("a body of exactly the most letters is taken", () => {
  expect(body("x".repeat(1024))).toEqual([]);
});

test("a name has small letters, digits and underscores", () => {
  expect(problemsOf({}, { name: "Visit on" })).toEqual(["name name_pattern"]);
  expect(problemsOf({}, { name: "" })).toEqual(["name missing"]);
  expect(problemsOf({}, { language: "english" })).toEqual(["language language_pattern"]);
});

test("header and footer keep to one line and their lengths", () => {
  expect(problemsOf({ header: { kind: "text", text: "{{1}} or {{2}}" } })).toContain(
    "header too_many_variables",
  );
  expect(problemsOf({ header: { kind: "text", text: "x".repeat(61) } })).toEqual(["header too_long"]);
  expect(problemsOf({ footer: "Bye {{1}}" })).toEqual(["footer no_variables_here"]);
  expect(problemsOf({ footer: "one\ntwo" })).toEqual(["footer line_break"]);
});

test("buttons: how many, of which kind, in which order", () => {
  const reply = (title: string) => ({ kind: "reply" as const, title });
  const url = (title: string) => ({ kind: "url" as const, title, url: "https://a.example/" });
  expect(problemsOf({ buttons: [reply("A"), url("B"), reply("C")] })).toEqual(["buttons buttons_mixed"]);
  expect(problemsOf({ buttons: [url("B"), reply("A"), reply("C")] })).toEqual([]);
  expect(problemsOf({ buttons: [url("A"), url("B"), url("C")] })).toEqual(["buttons too_many_urls"]);
  expect(problemsOf({ buttons: [reply("Yes"), reply("yes ")] })).toEqual(["buttons buttons_alike"]);
  expect(problemsOf({ buttons: "abcdefghijk".split("").map(reply) })).toEqual(["buttons too_many_buttons"]);
  expect(problemsOf({ buttons: [reply("x".repeat(26))] })).toEqual(["buttons.0.title too_long"]);
  expect(problemsOf({ buttons: [{ kind: "phone", title: "Call", phone: "123" }] })).toEqual([
    "buttons.0.phone phone_broken",
  ]);
});

test("a variable in an address stands at its end", () => {
  const url = (address: string) =>
    problemsOf({
      buttons: [{ kind: "url", title: "See", url: address }],
      examples: { ...VISIT.examples, "button.0": "x" },
    });
  expect(url("https://a.example/{{1}}/b")).toEqual(["buttons.0.url url_variable_not_last"]);
  expect(url("a.example/{{1}}")).toEqual(["buttons.0.url url_broken"]);
  expect(url("https://a.example/{{1}}")).toEqual([]);
});

test("each variable needs an example", () => {
  expect(problemsOf({ examples: { "2": "x" } })).toEqual([
    "examples.header.1 example_missing",
    "examples.1 example_missing",
    "examples.button.1 example_missing",
    "examples.button.2 example_missing",
  ]);
});
