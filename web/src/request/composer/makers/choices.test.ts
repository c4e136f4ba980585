import { expect, test } from "vitest";
import { Outgoing } from "../../../../../shared/outgoing.ts";
import { aRow, aSection, buttonsMessage, listMessage, titled } from "./choices.ts";

const words = { text: "When does it suit you?", header: "", footer: "" };
const button = (title: string) => ({ ...titled(), title });
const row = (title: string, description = "") => ({ ...aRow(), title, description });
const section = (title: string, ...rows: ReturnType<typeof row>[]) => ({ ...aSection(), title, rows });

test("what is made ready is taken by the contract, without what was left empty", () => {
  const buttons = buttonsMessage({ ...words, footer: " Al Noor ", buttons: [button("Today "), button(" ")] });
  const list = listMessage({
    ...words,
    button: "Choose",
    sections: [
      section("Today", row("10 to 12", "Suresh"), row("")),
      section("Tomorrow", row("9 to 11")),
      section(""),
    ],
  });
  for (const made of [buttons, list]) {
    if (made.kind !== "ready") throw new Error("not ready");
    expect(Outgoing.safeParse(made.message).error).toBeUndefined();
  }
  expect(buttons).toMatchObject({ message: { footer: "Al Noor", buttons: [{ title: "Today" }] } });
  expect(list).toMatchObject({ message: { sections: [{ rows: [{}] }, { rows: [{}] }] } });
});

test("two buttons that say the same are told apart by the second", () => {
  const [yes, again] = [button("Yes"), button("Yes ")];
  expect(buttonsMessage({ ...words, buttons: [yes, again] })).toEqual({ kind: "same", id: again.id });
});

test.each([
  ["no question", { ...words, text: " " }, [button("Yes")]],
  ["no button", words, [button("")]],
  ["a button too long", words, [button("x".repeat(21))]],
  ["a question too long", { ...words, text: "x".repeat(1025) }, [button("Yes")]],
  ["a footer too long", { ...words, footer: "x".repeat(61) }, [button("Yes")]],
])("%s is not ready", (_, around, buttons) => {
  expect(buttonsMessage({ ...around, buttons })).toEqual({ kind: "missing" });
});

test.each([
  ["a section without a title beside another", [section("", row("a")), section("B", row("b"))]],
  ["eleven rows", [section("", ...Array.from({ length: 11 }, (_, n) => row(`row ${n}`)))]],
  ["no row", [section("")]],
  ["a description too long", [section("", row("a", "x".repeat(73)))]],
])("a list with %s is not ready", (_, sections) => {
  expect(listMessage({ ...words, button: "Choose", sections })).toEqual({ kind: "missing" });
});
