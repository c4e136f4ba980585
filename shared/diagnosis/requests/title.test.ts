import { expect, test } from "vitest";
import { titleOf } from "./title.ts";

test.each([
  [
    "Good morning, my gen is refusing to start since last night. It just stops",
    "my gen is refusing to start since last night",
  ],
  ["Please what is the cost to hire 60KVA for 3 days?", "what is the cost to hire 60KVA for 3 days?"],
  ["buenas tardes Vale, ¿hacen sobres con membrete?", "Vale, ¿hacen sobres con membrete?"],
  ["السلام عليكم كم سعر التبديل حق القوارير؟", "كم سعر التبديل حق القوارير؟"],
  ["Sr. Pérez. La bomba de la casa no arranca", "Sr. Pérez. La bomba de la casa no arranca"],
])("%s is called %s", (text, title) => {
  expect(titleOf([text])).toBe(title);
});

test("a greeting or a word alone gives way to what comes after it", () => {
  expect(titleOf(["Hola buenas tardes", "una cosa tano", "los volantes tienen un teléfono mal"])).toBe(
    "los volantes tienen un teléfono mal",
  );
  expect(titleOf(["hola", "y las tarjetas"])).toBe("y las tarjetas");
  expect(titleOf(["45 ya mba", "makasih banyak semuanya"])).toBe("45 ya mba");
});

test("nothing but a greeting is still called something, and nothing at all nothing", () => {
  expect(titleOf(["Good morning"])).toBe("Good morning");
  expect(titleOf([])).toBe("");
  expect(titleOf([""])).toBe("");
});

test("what is long ends at a word, never in the middle of a letter", () => {
  const title = titleOf([
    "necesito quinientas bolsitas de papel con el logo de siempre, las de veinte por treinta",
  ]);
  expect(title).toBe("necesito quinientas bolsitas de papel con el logo de…");
  expect(titleOf(["👨‍👩‍👧".repeat(40)]).isWellFormed()).toBe(true);
});
