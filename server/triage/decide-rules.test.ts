import { describe, expect, it } from "vitest";
import { type DecideInput, decideSurely } from "./decide-rules.ts";
import type { IncomingMessage, OpenRequest } from "./ranker/attach-input.ts";
import { inputOf, readTrainingCases } from "./ranker/training-cases.ts";

const leak = (over: Partial<OpenRequest> = {}): OpenRequest => ({
  id: "leak",
  title: "Kitchen sink leaking",
  lastMessage: "The plumber comes tomorrow at 9.",
  lastMessageBy: "us",
  openedMinutesAgo: 900,
  lastEventMinutesAgo: 300,
  ...over,
});
const parcel: OpenRequest = {
  id: "parcel",
  title: "Parcel ZX4471 is late",
  lastMessage: "it is a present, please find it",
  lastMessageBy: "client",
  openedMinutesAgo: 4000,
  lastEventMinutesAgo: 2000,
};
const decide = (
  text: string,
  openRequests: OpenRequest[],
  message: Partial<IncomingMessage> = {},
  more: Partial<DecideInput> = {},
) =>
  decideSurely({
    openRequests,
    message: { text, quotesRequest: null, minutesSinceClientLast: 320, ...message },
    ...more,
  });

describe("a button of ours", () => {
  it("answers its request, if that is still open", () => {
    expect(decide("Yes", [leak(), parcel], {}, { pressedButtonOf: "parcel" })).toMatchObject({
      kind: "answers",
      requestId: "parcel",
      rule: "button",
    });
    expect(decide("Yes", [leak(), parcel], {}, { pressedButtonOf: "gone" })?.rule).not.toBe("button");
  });
});

describe("a quote", () => {
  it("takes what says more of it to its request", () => {
    const found = decide("it is the pipe below, not the tap", [leak(), parcel], { quotesRequest: "leak" });
    expect(found).toMatchObject({ kind: "belongs", requestId: "leak", rule: "quote" });
  });
  it("does not bind where the words speak of something new, or name another request", () => {
    const quoting = { quotesRequest: "leak" };
    expect(decide("also the oven is broken, can you send someone", [leak(), parcel], quoting)).toBeNull();
    expect(decide("and where is ZX4471?", [leak(), parcel], quoting)?.requestId).not.toBe("leak");
  });
  it("of a request that is not open is not certain", () => {
    expect(decide("it is the pipe below", [leak()], { quotesRequest: "closed" })).toBeNull();
  });
});

describe("thanks, an okay, a glad emoji", () => {
  it.each([
    "Thanks a lot!",
    "ok gracias",
    "👍",
    "شكرا جزيلا",
    "obrigado 🙏",
    "d'accord merci",
    "asante sana",
    "pas de souci",
  ])("are no request when nothing is asked: %s", (text) =>
    expect(decide(text, [leak()])).toMatchObject({ kind: "no_request", rule: "acknowledgement" }),
  );
  it("answer when we asked", () => {
    const asked = leak({ lastMessage: "Can the plumber come tomorrow at 9?", lastEventMinutesAgo: 20 });
    expect(decide("ok", [asked, parcel])).toMatchObject({ kind: "answers", requestId: "leak" });
  });
  it.each(["thanks, and the door?", "ok but it still leaks", "😡", "thanks, not fixed", "❓"])(
    "are left to a person with more in them: %s",
    (text) => expect(decide(text, [leak(), parcel])?.kind).not.toBe("no_request"),
  );
});

describe("a photo without words", () => {
  const fresh = leak({ lastMessageBy: "client", lastMessage: "it leaks here", lastEventMinutesAgo: 3 });
  const photo = { kinds: ["image"], minutesSinceClientLast: 3 };
  it("belongs to the request the client wrote about minutes ago", () => {
    expect(decide("", [fresh, parcel], photo)).toMatchObject({ kind: "belongs", requestId: "leak" });
  });
  it("is not certain later, or with two just spoken of", () => {
    expect(decide("", [fresh], { ...photo, minutesSinceClientLast: 60 })).toBeNull();
    expect(decide("", [fresh, { ...parcel, lastEventMinutesAgo: 2 }], photo)).toBeNull();
  });
});

describe("a chase (measures.md 6)", () => {
  const unanswered = leak({
    lastMessageBy: "client",
    lastMessage: "water everywhere",
    lastEventMinutesAgo: 40,
  });
  it("asks again after fifteen unanswered minutes", () => {
    expect(decide("any news?", [unanswered], { minutesSinceClientLast: 40 })).toMatchObject({
      kind: "chase",
      requestId: "leak",
    });
    expect(decide("any news?", [unanswered], { minutesSinceClientLast: 10 })).toBeNull();
  });
  it("after our answer only four business hours later", () => {
    expect(decide("any news?", [leak()], {}, { businessMinutesSinceOurs: 250 })?.kind).toBe("chase");
    expect(decide("any news?", [leak()], {}, { businessMinutesSinceOurs: 200 })).toBeNull();
  });
  it("is none with a new fact in it, and not certain with two open", () => {
    const late = { minutesSinceClientLast: 40 };
    expect(decide("any news? now the ceiling is wet too", [unanswered], late)?.kind).not.toBe("chase");
    expect(decide("any news?", [unanswered, parcel], late)).toBeNull();
  });
});

it("is right in at least 98 of 100 of the cases it dares to decide, and dares some", () => {
  const wrong: string[] = [];
  let decided = 0;
  for (const one of readTrainingCases()) {
    const found = decideSurely(inputOf(one, true));
    if (!found) continue;
    decided++;
    const to = found.kind === "no_request" ? "none" : found.kind === "opens" ? "new" : found.requestId;
    if (to !== one.gold) wrong.push(one.id);
  }
  expect(decided).toBeGreaterThan(120);
  expect(wrong.length / decided).toBeLessThanOrEqual(0.02);
});
