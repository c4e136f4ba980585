/** The jobs of conversations, for the worker. */
import { z } from "zod";
import type { Tasks } from "../jobs/worker.ts";
import { type FetchParts, fetchMedia, wakeFetches } from "./fetch-media.ts";
import { abandonCalls, type SendParts, sendWaiting, wakeWaiting } from "./send.ts";

const SendPayload = z.object({ conversationId: z.number(), attempts: z.number().nullable().default(null) });
const FetchPayload = z.object({ mediaId: z.number() });

/** To be spread into what `openWorker` is given. */
export function conversationJobs(parts: SendParts & FetchParts): {
  processId: string;
  tasks: Tasks;
  onlyAlive: (processIds: readonly string[]) => Promise<void>;
} {
  return {
    processId: parts.processId,
    tasks: {
      send_message: (payload) => sendWaiting(parts, SendPayload.parse(payload)),
      fetch_media: (payload) => fetchMedia(parts, FetchPayload.parse(payload).mediaId),
    },
    onlyAlive: (processIds) => abandonCalls(parts.system, processIds),
  };
}

/** Once, when the worker runs. */
export async function wakeConversationJobs({ system }: Pick<SendParts, "system">): Promise<void> {
  await wakeWaiting(system);
  await wakeFetches(system);
}
