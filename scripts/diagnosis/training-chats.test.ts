import { describe, expect, test } from "vitest";
import { faultsOf, readTrainingChat, readTrainingChats } from "./training-chats.ts";

const HEAD = "# language en\n# verdict stay\n# hours Mo-Fr 09:00-17:00\n";
const small = (lines: string, resolved = "# resolved 1 open") =>
  faultsOf(readTrainingChat("small", `${HEAD}${resolved}\n${lines.replaceAll("|", "\t")}`));

describe("the training chats", () => {
  test.each(readTrainingChats().map((chat) => [chat.name, chat] as const))(
    "%s obeys its rules",
    (_, chat) => {
      expect(faultsOf(chat)).toEqual([]);
      expect(chat.chat.messages.length).toBeGreaterThan(30);
    },
  );

  test("a chase counts after 15 minutes without an answer", () => {
    const opener = "2026-05-04T09:00|Ann|client|1|request||tap leaks\n";
    expect(small(`${opener}2026-05-04T09:15|Ann|client|1|status_chase,chase||??`)).toEqual([]);
    expect(small(`${opener}2026-05-04T09:14|Ann|client|1|status_chase,chase||??`)).toEqual([
      "small, message 1: a chase that comes too early",
    ]);
  });

  test("a chase counts four business hours after staff's word", () => {
    const before =
      "2026-05-04T16:00|Ann|client|1|request||tap leaks\n2026-05-04T16:01|Bo|staff|1|acknowledgement||ok\n";
    expect(small(`${before}2026-05-05T12:01|Ann|client|1|status_chase,chase||any news?`)).toEqual([]);
    expect(small(`${before}2026-05-05T12:00|Ann|client|1|status_chase,chase||any news?`)).toEqual([
      "small, message 2: a chase that comes too early",
    ]);
  });

  test("a request begins with what is asked, and its end is told", () => {
    expect(small("2026-05-04T09:00|Ann|client|1|chat||hi", "# trade x")).toEqual([
      "small, message 0: request 1 does not begin with what is asked",
      "small: nothing about request 1",
    ]);
  });

  test("an act nobody knows is refused with its line", () => {
    expect(() => small("2026-05-04T09:00|Ann|client|1|plea||hi")).toThrow("small.tsv:5: no act: plea");
  });
});
