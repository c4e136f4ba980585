import { describe, expect, it } from "vitest";
import type { AttachInput, OpenRequest } from "./attach-input.ts";
import { rankAttach, updateRanker } from "./rank.ts";
import { SHIPPED } from "./shipped.ts";

const sink: OpenRequest = {
  id: "sink",
  title: "Kitchen sink leaking, flat 12",
  lastMessage: "Our plumber can come tomorrow between 9 and 11. Does that suit you?",
  lastMessageBy: "us",
  openedMinutesAgo: 200,
  lastEventMinutesAgo: 30,
};
const parcel: OpenRequest = {
  id: "parcel",
  title: "Parcel ZX4471 not delivered",
  lastMessage: "please find it, it is a birthday present",
  lastMessageBy: "client",
  openedMinutesAgo: 4000,
  lastEventMinutesAgo: 900,
};
const asking = (text: string, openRequests = [sink, parcel], quotes: string | null = null): AttachInput => ({
  openRequests,
  message: { text, quotesRequest: quotes, minutesSinceClientLast: 60 },
});

describe("which open request, a new one, or none", () => {
  it("takes an answer for the request in which we asked", () => {
    const found = rankAttach(asking("yes 9 is good"));
    expect(found.decision).toBe("sink");
    expect(found.answersUs).toBe(true);
  });

  it("takes a number that only one request knows for that request, and says so", () => {
    const found = rankAttach(asking("any news about ZX4471?"));
    expect(found.decision).toBe("parcel");
    expect(found.isChase).toBe(true);
    expect(found.odds[0]?.because.map(({ code }) => code)).toContain("names_number");
  });

  it("gives every candidate its odds, together one, the best first", () => {
    const { odds, decision, confidence } = rankAttach(asking("also the oven is broken, can someone come"));
    expect(odds.map((one) => one.decision).sort()).toEqual(["new", "none", "parcel", "sink"]);
    expect(odds.reduce((sum, one) => sum + one.confidence, 0)).toBeCloseTo(1, 6);
    expect(odds[0]).toMatchObject({ decision, confidence });
    expect(decision).toBe("new");
  });

  it("does not depend on the order of the open requests", () => {
    const one = rankAttach(asking("is the parcel found?"));
    const other = rankAttach(asking("is the parcel found?", [parcel, sink]));
    expect(other.decision).toBe(one.decision);
    expect(other.confidence).toBeCloseTo(one.confidence, 12);
  });

  it("answers with nothing open and with nothing said", () => {
    expect(rankAttach(asking("my shower is broken, can you send someone?", [])).decision).toBe("new");
    expect(rankAttach(asking("", [])).odds).toHaveLength(2);
  });
});

describe("a correction", () => {
  it("changes what is said of the same message next, and leaves the old weights as they were", () => {
    const message = asking("the door");
    const before = rankAttach(message).odds.find(({ decision }) => decision === "parcel")?.confidence ?? 0;
    const kept = JSON.stringify(SHIPPED);
    const taught = updateRanker(SHIPPED, message, "parcel");
    const after = rankAttach(message, taught).odds.find(({ decision }) => decision === "parcel")?.confidence;
    expect(after).toBeGreaterThan(before);
    expect(JSON.stringify(SHIPPED)).toBe(kept);
  });
});

it("takes less than a millisecond with five open requests", () => {
  const five = Array.from({ length: 5 }, (_, at) => ({ ...(at % 2 ? sink : parcel), id: `r${at}` }));
  const message = asking("is the plumber still coming tomorrow? the kitchen tap is dripping again", five);
  for (let round = 0; round < 200; round++) rankAttach(message);
  const took = Array.from({ length: 200 }, () => {
    const began = performance.now();
    rankAttach(message);
    return performance.now() - began;
  }).sort((one, other) => one - other);
  // The quickest tenth: what others do on the same machine is not measured.
  expect(took[20]).toBeLessThan(1);
});
