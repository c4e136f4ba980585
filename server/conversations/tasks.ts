/** The jobs of conversations, for the worker. */
import { z } from "zod";
import type { WorkerParts } from "../jobs/worker.ts";
import { type FetchParts, fetchMedia, wakeFetches } from "./fetch-media.ts";
import { abandonCalls, type SendParts, sendWaiting, wakeWaiting } from "./send.ts";
import { ageUploads, wakeAging } from "./uploads.ts";

const SendPayload = z.object({ conversationId: z.number(), attempts: z.number().nullable().default(null) });
const FetchPayload = z.object({ mediaId: z.number() });

/** Downloads under way at once: enough for an album, too few to fill a line, a disk or WhatsApp's patience. */
const FETCHES = 6;

type Lane = Pick<WorkerParts, "processId" | "tasks" | "onlyAlive" | "concurrency">;

/**
 * To be spread into what `openWorker` is given, a worker each: a photo that takes ten minutes to come holds up
 * other photos, never a reply.
 */
export function conversationJobs(parts: SendParts & FetchParts): { sending: Lane; fetching: Lane } {
  return {
    sending: {
      processId: parts.processId,
      tasks: { send_message: (payload) => sendWaiting(parts, SendPayload.parse(payload)) },
      onlyAlive: (processIds) => abandonCalls(parts.system, processIds),
    },
    fetching: {
      processId: `${parts.processId} media`,
      tasks: {
        fetch_media: (payload) => fetchMedia(parts, FetchPayload.parse(payload).mediaId),
        age_uploads: () => ageUploads(parts),
      },
      // A fetch that died with its process is simply made again.
      onlyAlive: async () => {},
      concurrency: FETCHES,
    },
  };
}

/** Once, when the worker runs. */
export async function wakeConversationJobs({ system }: Pick<SendParts, "system">): Promise<void> {
  await wakeWaiting(system);
  await wakeFetches(system);
  await wakeAging(system.db);
}
