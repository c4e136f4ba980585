import { expect, test } from "vitest";
import { makeDiagnosis, START } from "../../test/made-diagnosis.ts";
import { toContract } from "./contract.ts";

const HOUR = 3_600_000;

test("the contract holds exactly the promised keys", () => {
  const said = toContract(makeDiagnosis());
  expect(Object.keys(said)).toEqual([
    ...["messages", "unreadable", "date_order", "participants", "requests", "signs", "verdict"],
  ]);
  expect(Object.keys(said.date_order)).toEqual(["order", "certainty"]);
  expect(Object.keys(said.participants[0] ?? {})).toEqual(["name", "role", "messages"]);
  expect(Object.keys(said.requests[0] ?? {})).toEqual([
    ...["title", "messages", "opened", "first_reply", "resolved", "resolved_at", "chases", "promises"],
    ...["handled_by", "crossed_shift", "dropped_at_shift"],
  ]);
  expect(Object.keys(said.signs)).toEqual([
    ...["context_dropped_at_shift", "reactive_follow_up", "visibility", "bottleneck"],
  ]);
  expect(said.participants.map(({ name }) => name)).toContain(said.requests[0]?.handled_by[0]);
});

test("a sign is raised from watch on, and never when it cannot be told", () => {
  const raised = (verdict: "watch" | "not_enough") =>
    toContract(makeDiagnosis({ verdict, levels: { reactive: "watch", bottleneck: "act" } })).signs;
  expect(raised("watch").reactive_follow_up).toMatchObject({ told: true, raised: true });
  expect(raised("watch").context_dropped_at_shift).toMatchObject({ told: true, raised: false });
  expect(raised("watch").bottleneck).toMatchObject({ person: "Baraka", raised: true });
  expect(raised("not_enough").reactive_follow_up).toMatchObject({ told: false, raised: false });
});

test("a promise's time has its zone's offset then, and none without a zone", () => {
  const diagnosis = makeDiagnosis();
  const [request] = diagnosis.requests;
  const dueAt = (due: number, zone?: string) => {
    const promises = [{ message: 0, due }];
    return toContract({ ...diagnosis, requests: request ? [{ ...request, promises }] : [] }, zone).requests[0]
      ?.promises[0]?.due;
  };
  expect(dueAt(START + 10 * HOUR)).toBe("2026-08-31T10:00:00");
  expect(dueAt(START + 10 * HOUR, "Africa/Nairobi")).toBe("2026-08-31T10:00:00+03:00");
  expect(dueAt(START + 10 * HOUR, "America/Bogota")).toBe("2026-08-31T10:00:00-05:00");
  expect(dueAt(START + 10 * HOUR, "Asia/Kolkata")).toBe("2026-08-31T10:00:00+05:30");
  // The clocks of Madrid go back on 25 October at 3.
  expect(dueAt(Date.UTC(2026, 9, 24, 12), "Europe/Madrid")).toBe("2026-10-24T12:00:00+02:00");
  expect(dueAt(Date.UTC(2026, 9, 25, 12), "Europe/Madrid")).toBe("2026-10-25T12:00:00+01:00");
});
