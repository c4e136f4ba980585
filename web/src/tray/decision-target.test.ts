import { expect, test } from "vitest";
import { aStrip } from "../board/a-strip.ts";
import { targetOf } from "./decision-target.ts";

test("what opens or is no request is about none", () => {
  expect(targetOf("opens", [aStrip(1)]).kind).toBe("none");
  expect(targetOf("no_request", [aStrip(1)]).kind).toBe("none");
});

test("with one open request that is the one; with two, or none, one chooses", () => {
  expect(targetOf("belongs", [aStrip(1)])).toMatchObject({ kind: "one", strip: { id: 1 } });
  expect(targetOf("belongs", [aStrip(1), aStrip(2)]).kind).toBe("choose");
  expect(targetOf("chase", []).kind).toBe("choose");
});

test("an answer answers the only request that waits on the client", () => {
  const requests = [aStrip(1), aStrip(2, { state: "waiting", waitsOn: "client" })];
  expect(targetOf("answers", requests)).toMatchObject({ kind: "one", strip: { id: 2 } });
});

test("what is over counts only when nothing is open", () => {
  const over = aStrip(3, { state: "closed", waitsOn: null });
  expect(targetOf("belongs", [over, aStrip(1)])).toMatchObject({ strip: { id: 1 } });
  expect(targetOf("belongs", [over])).toMatchObject({ strip: { id: 3 } });
});
