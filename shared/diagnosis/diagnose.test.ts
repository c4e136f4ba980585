import { expect, test } from "vitest";
import { diagnose, STAGES } from "./diagnose.ts";
import { readExport } from "./export/read-export.ts";

const EXPORT = `13/02/2026, 09:00 - Messages and calls are end-to-end encrypted.
13/02/2026, 09:05 - Mrs Obi: Good morning, my kitchen tap is leaking badly, please send somebody
13/02/2026, 09:12 - Ada Plumbing: Good morning ma, sorry about that. Emeka will come at 11
13/02/2026, 09:40 - Mr Cole: Hello, how much is a new water heater?
13/02/2026, 09:44 - Ada Plumbing: 85,000 with fitting sir
13/02/2026, 09:45 - Mr Cole: ok thank you
13/02/2026, 15:10 - Mrs Obi: Hello?? Nobody has come, any news?
13/02/2026, 15:15 - Ada Plumbing: So sorry, he is on his way now
13/02/2026, 16:30 - Emeka: Tap at Mrs Obi is changed, done
13/02/2026, 16:40 - Mrs Obi: Yes it works now, thank you
`;
const nobody = { roles: new Map() };

test("from the words of an export to requests, and to what ten lines can tell", () => {
  const found = diagnose(readExport(EXPORT), nobody);
  expect(found.people.map(({ name, role }) => [name, role === "client"])).toEqual([
    ["Mrs Obi", true],
    ["Ada Plumbing", false],
    ["Mr Cole", true],
    ["Emeka", false],
  ]);
  const tap = found.requests.find(({ opened }) => opened === 1);
  expect(tap).toMatchObject({ client: 0, firstReply: 2, chases: [6], resolved: "confirmed", resolvedAt: 9 });
  expect(tap?.title).toBe("my kitchen tap is leaking badly, please send somebody");
  expect(found.requests).toHaveLength(2);
  expect(found.verdict).toBe("not_enough");
});

test("what the reader corrects holds", () => {
  const corrected = diagnose(readExport(EXPORT), { roles: new Map([["Emeka", "client"]]) });
  expect(corrected.people[3]).toMatchObject({ role: "client", certainty: 1 });
});

test("each stage is told as it begins, further on each time, and the end", () => {
  const told: [number, string][] = [];
  diagnose(readExport(EXPORT), nobody, (share, stage) => told.push([share, stage]));
  expect(told.map(([, stage]) => stage)).toEqual([...STAGES, "signs"]);
  const shares = told.map(([share]) => share);
  expect(shares).toEqual([...new Set(shares)].sort((one, other) => one - other));
  expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
});

test.each(["", "no export at all", "13/02/2026, 09:00 - Messages and calls are end-to-end encrypted."])(
  "nothing to tell breaks nothing: %j",
  (text) => {
    expect(diagnose(readExport(text), nobody)).toMatchObject({ requests: [], verdict: "not_enough" });
  },
);
