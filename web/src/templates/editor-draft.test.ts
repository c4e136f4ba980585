import { expect, test } from "vitest";
import {
  emptyDraft,
  insertAt,
  nextPlace,
  tidied,
  withButton,
  withButtonUp,
  withoutButton,
} from "./editor-draft.ts";

const { definition } = emptyDraft("en");

test("the next variable is the first number that is free", () => {
  expect(nextPlace({ ...definition, body: "a {{1}} b {{3}}" })).toBe("{{2}}");
  expect(nextPlace({ ...definition, variables: "named", body: "a {{value_2}}" })).toBe("{{value_3}}");
});

test("a variable goes in at the cursor without touching the word before it", () => {
  expect(insertAt("Hello there", 5, "{{1}}")).toEqual({ text: "Hello {{1}} there", cursor: 11 });
  expect(insertAt("", 0, "{{1}}").text).toBe("{{1}}");
});

test("examples of buttons go with them", () => {
  const two = withButton(withButton(definition, "url"), "copy_code");
  const filled = { ...two, examples: { "1": "Ana", "button.0": "r7", "button.1": "SPRING" } };
  expect(withButton(filled, "reply").examples).toEqual({
    "1": "Ana",
    "button.1": "r7",
    "button.2": "SPRING",
  });
  expect(withoutButton(filled, 0).examples).toEqual({ "1": "Ana", "button.0": "SPRING" });
  expect(withButtonUp(filled, 1)).toMatchObject({
    buttons: [{ kind: "copy_code" }, { kind: "url" }],
    examples: { "button.0": "SPRING", "button.1": "r7" },
  });
});

test("what is empty or belongs to nothing is not handed in", () => {
  const draft = emptyDraft("en");
  const written = {
    ...draft,
    definition: {
      ...definition,
      header: { kind: "text" as const, text: " " },
      footer: "",
      body: "Hi {{1}}.",
      examples: { "1": "Ana", "2": "gone" },
    },
  };
  expect(tidied(written).definition).toEqual({ ...definition, body: "Hi {{1}}.", examples: { "1": "Ana" } });
});
