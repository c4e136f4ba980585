import { expect, test } from "vitest";
import { classify, isFamiliar, novelty, trainClassifier, updateClassifier } from "./classifier.ts";
import { packModel, unpackModel } from "./pack.ts";

/** Small sentences that differ in what they are about and share everything else. */
const OPENINGS = ["please help", "hello", "good morning", "hi there", "dear team", "excuse me", "sorry"];
const ENDINGS = ["again", "since yesterday", "in my flat", "thanks", "can you come", "what now", "today"];
const ABOUT = {
  leak: ["the pipe is leaking", "water drips from the ceiling", "the tap drips"],
  invoice: ["the invoice is wrong", "I was charged twice", "send me the receipt"],
  key: ["I lost my keys", "the badge opens no door", "I am locked out"],
};
const EXAMPLES = Object.entries(ABOUT).flatMap(([label, sayings]) =>
  sayings.flatMap((saying, at) =>
    OPENINGS.map((opening, place) => ({
      text: `${opening} ${saying} ${ENDINGS[(place + at) % ENDINGS.length]}`,
      label,
    })),
  ),
);
const model = trainClassifier(EXAMPLES);

test("a new sentence goes where its words belong, and those words are the reason", () => {
  const [best, ...others] = classify(model, "hey, water is dripping from a pipe");
  expect(best?.label).toBe("leak");
  expect(best?.confidence).toBeGreaterThan(0.6);
  expect(["water", "dripping", "pipe"]).toContain(best?.because[0]?.feature);
  expect(
    classify(model, "hey, water is dripping").reduce((sum, each) => sum + each.confidence, 0),
  ).toBeCloseTo(1, 4);
  expect(others.map((each) => each.confidence)).toEqual(
    others.map((each) => each.confidence).sort((one, other) => other - one),
  );
});

test("the same examples and seed give the same model to the last bit", () => {
  expect(packModel(trainClassifier(EXAMPLES))).toEqual(packModel(model));
});

test("what none of the labels is about is strange, what one is about is not", () => {
  expect(isFamiliar(model, "good morning the pipe is leaking in my flat")).toBe(true);
  expect(isFamiliar(model, "who won football world championship")).toBe(false);
  expect(novelty(model, "quarterly macroeconomics outlook")).toBeGreaterThan(
    novelty(model, "hello I lost my keys today"),
  );
});

test("a correction changes the next like suggestion, and leaves the others as they were", () => {
  const corrected = unpackModel(packModel(model));
  expect(classify(corrected, "the lift is stuck between floors")[0]?.label).not.toBe("lift");
  updateClassifier(corrected, { text: "the lift is stuck between floors", label: "lift" });
  expect(classify(corrected, "the lift is stuck between floors")[0]?.label).toBe("lift");
  expect(classify(corrected, "hello, our lift is stuck again")[0]?.label).toBe("lift");
  for (const { text, label } of EXAMPLES) expect(classify(corrected, text)[0]?.label, text).toBe(label);
});

test("a correction against what was learnt wins, and the one after it does not undo it", () => {
  const corrected = unpackModel(packModel(model));
  updateClassifier(corrected, { text: "the meter shows the wrong reading", label: "leak" });
  updateClassifier(corrected, { text: "the invoice shows the wrong name", label: "invoice" });
  updateClassifier(corrected, { text: "my badge shows the wrong name", label: "key" });
  expect(classify(corrected, "the meter shows the wrong reading")[0]?.label).toBe("leak");
  expect(classify(corrected, "the invoice shows the wrong name")[0]?.label).toBe("invoice");
  expect(classify(corrected, "my badge shows the wrong name")[0]?.label).toBe("key");
});

test("a packed model suggests the same, and corrections are packed with it", () => {
  const corrected = unpackModel(packModel(model));
  updateClassifier(corrected, { text: "the lift is stuck between floors", label: "lift" });
  const again = unpackModel(packModel(corrected));
  for (const text of [...EXAMPLES.map((each) => each.text), "the lift is stuck between floors"]) {
    const [before] = classify(corrected, text);
    const [after] = classify(again, text);
    expect(after?.label).toBe(before?.label);
    expect(after?.confidence).toBeCloseTo(before?.confidence ?? 0, 1);
  }
  expect(novelty(again, "hello")).toBeCloseTo(novelty(corrected, "hello"), 1);
});

test("bytes of another form are refused", () => {
  expect(() => unpackModel(new Uint8Array(64))).toThrow("no model of this version");
});

test("no examples, one label and an empty text are borne", () => {
  expect(classify(trainClassifier([]), "hello")).toEqual([]);
  expect(classify(trainClassifier([{ text: "hello", label: "only" }]), "hello")[0]).toMatchObject({
    label: "only",
    confidence: 1,
  });
  expect(classify(model, "")).toHaveLength(3);
  expect(isFamiliar(model, "")).toBe(false);
});

test("a mark is never a reason, though it tells the model something", () => {
  const asked = trainClassifier([
    ...["when", "where", "how much", "which day"].map((text) => ({ text: `${text} ?`, label: "question" })),
    ...["it leaks", "it drips", "it broke", "it stopped"].map((text) => ({ text, label: "repair" })),
  ]);
  const [best] = classify(asked, "the price ؟");
  expect(best?.label).toBe("question");
  expect(best?.because.map(({ feature }) => feature)).not.toContain("؟");
});
