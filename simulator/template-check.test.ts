import { expect, test } from "vitest";
import { SendContent } from "./send-body.ts";
import { checkTemplate } from "./template-check.ts";
import { readDefinition, type Template, type TemplateStatus } from "./template-rules.ts";

const text = (...words: string[]) => words.map((word) => ({ type: "text", text: word }));
const body = (...words: string[]) => ({ type: "body", parameters: text(...words) });

function templateOf(
  components: object[],
  status: TemplateStatus = "APPROVED",
  format = "POSITIONAL",
): Template {
  const wanted = { name: "visit", language: "es", category: "UTILITY", parameter_format: format, components };
  const read = readDefinition(wanted);
  if (read.kind === "refuse") throw new Error(read.refusal.details);
  return {
    id: "800000000000001",
    name: "visit",
    language: "es",
    category: "UTILITY",
    parameterFormat: read.definition.parameter_format,
    components: read.definition.components,
    status,
    reason: null,
    quality: "UNKNOWN",
    editedAt: [],
    updatedAt: 0,
  };
}

function check(template: Template, components: object[], language = "es") {
  const sent = SendContent.parse({
    type: "template",
    template: { name: "visit", language: { code: language }, components },
  });
  if (sent.type !== "template") throw new Error("it is no template");
  return checkTemplate([template], sent.template);
}

const codeOf = (checked: ReturnType<typeof check>) =>
  checked.kind === "refuse" ? checked.refusal.code : "fine";

const example = { body_text: [["Rosa", "Tuesday"]] };
const greeting = { type: "BODY", text: "Hello {{1}}, we come on {{2}}.", example };
const buttons = {
  type: "BUTTONS",
  buttons: [
    { type: "QUICK_REPLY", text: "Yes" },
    { type: "URL", text: "Pay", url: "https://pay.example/{{1}}", example: ["1"] },
    { type: "PHONE_NUMBER", text: "Call", phone_number: "+15550100001" },
  ],
};

test("values go into the words, and buttons become what the phone shows", () => {
  const pay = { type: "button", sub_type: "url", index: "1", parameters: text("42") };
  const checked = check(templateOf([greeting, buttons]), [body("Rosa", "Tuesday"), pay]);
  expect(checked).toMatchObject({
    kind: "fine",
    filled: {
      text: "Hello Rosa, we come on Tuesday.",
      buttons: [
        { title: "Yes", kind: "reply", id: "Yes" },
        { title: "Pay", kind: "url", value: "https://pay.example/42" },
        { title: "Call", kind: "phone", value: "+15550100001" },
      ],
    },
  });
});

test.each([
  ["too few values", [body("Rosa")], 132000],
  ["none at all", [], 132000],
  ["an empty value", [body("Rosa", "")], 131008],
  [
    "a picture where words belong",
    [{ type: "body", parameters: [{ type: "image", image: { link: "x" } }, ...text("b")] }],
    132012,
  ],
  ["a new line in a value", [body("Rosa", "Tuesday\nat ten")], 132012],
  ["words that get too long", [body("Rosa", "x".repeat(1024))], 132005],
  [
    "a button that is not there",
    [body("a", "b"), { type: "button", sub_type: "url", index: 4, parameters: text("x") }],
    132012,
  ],
  ["a missing header value", [body("a", "b"), { type: "header", parameters: text("x") }], 132000],
])("%s", (_name, components, code) => {
  expect(codeOf(check(templateOf([greeting]), components))).toBe(code);
});

test("an address with a variable needs its value", () => {
  const checked = check(templateOf([greeting, buttons]), [body("Rosa", "Tuesday")]);
  expect(codeOf(checked)).toBe(131008);
});

test("a header of a file takes a file of its kind", () => {
  const header = { type: "HEADER", format: "IMAGE", example: { header_handle: ["4::abc"] } };
  const template = templateOf([header, { type: "BODY", text: "Done." }]);
  const image = { type: "header", parameters: [{ type: "image", image: { id: "4" } }] };
  expect(codeOf(check(template, [image]))).toBe("fine");
  expect(codeOf(check(template, [{ type: "header", parameters: text("x") }]))).toBe(132012);
  expect(codeOf(check(template, []))).toBe(132000);
});

test("named values are found by their names, in any order", () => {
  const named = {
    type: "BODY",
    text: "Hello {{first_name}}, we come on {{day}}.",
    example: { body_text_named_params: [] },
  };
  const template = templateOf([named], "APPROVED", "NAMED");
  const parameters = [
    { type: "text", parameter_name: "day", text: "Tuesday" },
    { type: "text", parameter_name: "first_name", text: "Rosa" },
  ];
  expect(check(template, [{ type: "body", parameters }])).toMatchObject({
    filled: { text: "Hello Rosa, we come on Tuesday." },
  });
  expect(codeOf(check(template, [body("Rosa", "Tuesday")]))).toBe(132012);
});

test.each([
  ["PENDING", 132001],
  ["REJECTED", 132001],
  ["PAUSED", 132015],
  ["DISABLED", 132016],
] as const)("one that is %s is refused with %i", (status, code) => {
  expect(codeOf(check(templateOf([greeting], status), [body("Rosa", "Tuesday")]))).toBe(code);
});

test("a language it does not have is 132001", () => {
  expect(codeOf(check(templateOf([greeting]), [body("Rosa", "Tuesday")], "fr"))).toBe(132001);
});

test.each([
  ["a variable at the end", [{ type: "BODY", text: "Hello {{1}}", example }]],
  ["a variable without an example", [{ type: "BODY", text: "Hello {{1}}, all is done." }]],
  ["variables that skip a number", [{ type: "BODY", text: "Hello {{2}}, all is done.", example }]],
  ["two variables side by side", [{ type: "BODY", text: "Hello {{1}} {{2}}, done.", example }]],
  ["no body", [{ type: "FOOTER", text: "Aurora" }]],
  ["a header that is too long", [{ type: "HEADER", format: "TEXT", text: "x".repeat(61) }, greeting]],
  ["a variable in the footer", [greeting, { type: "FOOTER", text: "By {{1}} for you" }]],
  [
    "quick replies apart",
    [
      greeting,
      {
        type: "BUTTONS",
        buttons: [0, 1, 2].map((n) =>
          n === 1
            ? { type: "PHONE_NUMBER", text: "Call", phone_number: "+1" }
            : { type: "QUICK_REPLY", text: `Yes ${n}` },
        ),
      },
    ],
  ],
])("a new template with %s is refused with 100", (_name, components) => {
  const wanted = { name: "visit", language: "es", category: "UTILITY", components };
  expect(readDefinition(wanted)).toMatchObject({ kind: "refuse", refusal: { code: 100 } });
});
