import { expect, test } from "vitest";
import { componentsOf, definitionOf } from "./template-definition.ts";

const COMPONENTS = [
  { type: "HEADER", format: "TEXT", text: "Visit on {{1}}", example: { header_text: ["Monday"] } },
  { type: "BODY", text: "Hello {{1}}, at {{2}} then.", example: { body_text: [["Ana", "ten"]] } },
  { type: "FOOTER", text: "Home repairs" },
  {
    type: "BUTTONS",
    buttons: [
      { type: "QUICK_REPLY", text: "Fine" },
      { type: "URL", text: "See", url: "https://a.example/{{1}}", example: ["https://a.example/r7"] },
      { type: "PHONE_NUMBER", text: "Call", phone_number: "+15550100001" },
      { type: "COPY_CODE", example: "SPRING" },
    ],
  },
];

test("what WhatsApp gives is read, with every example at its variable", () => {
  expect(definitionOf(COMPONENTS, "POSITIONAL")).toEqual({
    variables: "positional",
    header: { kind: "text", text: "Visit on {{1}}" },
    body: "Hello {{1}}, at {{2}} then.",
    footer: "Home repairs",
    buttons: [
      { kind: "reply", title: "Fine" },
      { kind: "url", title: "See", url: "https://a.example/{{1}}" },
      { kind: "phone", title: "Call", phone: "+15550100001" },
      { kind: "copy_code", title: "" },
    ],
    examples: { "header.1": "Monday", "1": "Ana", "2": "ten", "button.1": "r7", "button.3": "SPRING" },
    beyond: [],
  });
});

test("what was read is handed in as it was given", () => {
  expect(componentsOf(definitionOf(COMPONENTS, "POSITIONAL"))).toEqual(COMPONENTS);
});

test("names go both ways", () => {
  const named = [
    {
      type: "BODY",
      text: "Dear {{first_name}}, until {{day}} then.",
      example: {
        body_text_named_params: [
          { param_name: "first_name", example: "Ana" },
          { param_name: "day", example: "Monday" },
        ],
      },
    },
  ];
  const definition = definitionOf(named, "NAMED");
  expect(definition).toMatchObject({ variables: "named", examples: { first_name: "Ana", day: "Monday" } });
  expect(componentsOf(definition)).toEqual(named);
  expect(definitionOf(named, undefined).variables).toBe("named");
});

test("parts that are not ours to fill are named, and nonsense is no error", () => {
  expect(
    definitionOf(
      [
        { type: "HEADER", format: "IMAGE", example: { header_handle: ["https://x"] } },
        { type: "BODY", text: "A" },
        { type: "CAROUSEL", cards: [] },
        { type: "BUTTONS", buttons: [{ type: "FLOW", text: "Fill in" }] },
      ],
      undefined,
    ),
  ).toMatchObject({ header: { kind: "image" }, body: "A", beyond: ["CAROUSEL", "FLOW"] });
  expect(definitionOf("?", undefined)).toMatchObject({ body: "", beyond: [] });
  expect(definitionOf([null, 7, { type: 3 }], undefined).body).toBe("");
});
