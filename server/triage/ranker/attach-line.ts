/** One line of `baton triage attach`, and of the cases that it is measured and taught by. */
import { z } from "zod";
import type { AttachInput } from "./attach-input.ts";

const Id = z.union([z.string(), z.number()]);
/** Times that nobody knows are left out or null. */
const Minutes = z.number().nullish();

export const AttachLine = z.object({
  id: Id,
  open_requests: z
    .array(
      z.object({
        id: Id,
        title: z.string().nullish(),
        last_message: z.string().nullish(),
        opened_minutes_ago: Minutes,
        last_event_minutes_ago: Minutes,
      }),
    )
    .default([]),
  message: z.object({
    text: z.string().nullish(),
    quotes_request: Id.nullish(),
    minutes_since_client_last: Minutes,
  }),
});
type AttachLine = z.infer<typeof AttachLine>;

const UNKNOWN_AGE_MINUTES = 24 * 60;

export function inputOfLine({ open_requests, message }: AttachLine): AttachInput {
  return {
    openRequests: open_requests.map((request) => ({
      id: String(request.id),
      title: request.title ?? "",
      lastMessage: request.last_message ?? "",
      lastMessageBy: null,
      openedMinutesAgo: request.opened_minutes_ago ?? UNKNOWN_AGE_MINUTES,
      lastEventMinutesAgo:
        request.last_event_minutes_ago ?? request.opened_minutes_ago ?? UNKNOWN_AGE_MINUTES,
    })),
    message: {
      text: message.text ?? "",
      quotesRequest: message.quotes_request == null ? null : String(message.quotes_request),
      minutesSinceClientLast: message.minutes_since_client_last ?? null,
    },
  };
}

/** What is wrong never quotes the line: it holds somebody's message. */
export function readAttachLine(
  line: string,
): { id: string | number; input: AttachInput } | { wrong: string } {
  let json: unknown;
  try {
    json = JSON.parse(line.replace(/^\ufeff/, ""));
  } catch {
    return { wrong: "is no JSON" };
  }
  const read = AttachLine.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    const place = issue?.path.join(".");
    return { wrong: place ? `has a wrong or missing "${place}"` : "is no JSON object" };
  }
  return { id: read.data.id, input: inputOfLine(read.data) };
}
