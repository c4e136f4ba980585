import { expect, test } from "vitest";
import { suggestTitle } from "./title-rules.ts";

const text = (body: string) => [{ kind: "text", text: body, place: null }];

test("greetings in five languages are left out", () => {
  expect(suggestTitle(text("Good morning! The boiler is out. Please come"), "Ada")).toBe("The boiler is out");
  expect(suggestTitle(text("Hola, buenas tardes, no tengo agua caliente"), "Ada")).toBe(
    "no tengo agua caliente",
  );
  expect(suggestTitle(text("السلام عليكم، المكيف لا يعمل"), "Ada")).toBe("المكيف لا يعمل");
  expect(suggestTitle(text("Oi, tudo bem? A pia está vazando"), "Ada")).toBe("A pia está vazando");
  expect(suggestTitle(text("Bonjour 👋🏽 la serrure est bloquée"), "Ada")).toBe("la serrure est bloquée");
});

test("a word that only begins like a greeting stays", () => {
  expect(suggestTitle(text("High water in the cellar"), "Ada")).toBe("High water in the cellar");
  expect(suggestTitle(text("Olare Street has no light"), "Ada")).toBe("Olare Street has no light");
});

test("a Spanish question keeps the mark that opens it", () => {
  expect(suggestTitle(text("¿Ya vienen?"), "Ada")).toBe("¿Ya vienen?");
  expect(suggestTitle(text("¡Hola! ¿Cuánto cuesta una visita?"), "Ada")).toBe("¿Cuánto cuesta una visita?");
});

test("a long text is cut at a word and stays within 80 letters", () => {
  const title = suggestTitle(text("the pipe under the sink in the second bathroom ".repeat(4)), "Ada");
  expect(title.length).toBeLessThanOrEqual(80);
  expect(title).toMatch(/\w…$/);
  expect([...suggestTitle(text("😀".repeat(100) + "水".repeat(100)), "Ada")].length).toBeLessThanOrEqual(80);
});

test("without words the place, the photo or the voice says what came", () => {
  const greeting = { kind: "text", text: "Hello!!", place: null };
  const photo = { kind: "image", text: null, place: null };
  expect(suggestTitle([greeting, photo], "Ada")).toBe("Photo from Ada");
  expect(suggestTitle([{ kind: "audio", text: null, place: null }], "Ada")).toBe("Voice note from Ada");
  expect(suggestTitle([photo, { kind: "location", text: null, place: "Marina Gate 2" }], "Ada")).toBe(
    "Marina Gate 2",
  );
});
