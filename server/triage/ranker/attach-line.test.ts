import { expect, it } from "vitest";
import { readAttachLine } from "./attach-line.ts";

const line = (message: unknown, open: unknown = []) =>
  JSON.stringify({ id: "x", open_requests: open, message });

it("reads the command's form, with what is unknown left out", () => {
  const open = [{ id: 7, title: "Leak", last_message: "when?", opened_minutes_ago: 90 }];
  const read = readAttachLine(line({ text: "now", quotes_request: 7 }, open));
  expect(read).toMatchObject({
    id: "x",
    input: {
      openRequests: [{ id: "7", openedMinutesAgo: 90, lastEventMinutesAgo: 90 }],
      message: { text: "now", quotesRequest: "7", minutesSinceClientLast: null },
    },
  });
});

it.each([
  ["not json", "is no JSON"],
  ["[]", "is no JSON object"],
  ["{}", 'has a wrong or missing "id"'],
  [line("secret words"), 'has a wrong or missing "message"'],
  [line({ text: 5 }), 'has a wrong or missing "message.text"'],
])("says what is wrong, never what was said: %s", (given, wrong) => {
  expect(readAttachLine(given)).toEqual({ wrong });
});
