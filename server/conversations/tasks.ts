/** The jobs of conversations, for the worker. */
import { z } from "zod";
import type { WorkerParts } from "../jobs/worker.ts";
import { type FetchParts, fetchMedia, wakeFetches } from "./fetch-media.ts";
import { ageUploads, wakeAging } from "./uploads.ts";

const FetchPayload = z.object({ mediaId: z.number() });

/** Downloads under way at once: enough for an album, too few to fill a line, a disk or WhatsApp's patience. */
const FETCHES = 6;

type Lane = Pick<WorkerParts, "processId" | "tasks" | "onlyAlive" | "concurrency">;

/**
 * To be spread into what `openWorker` is given, a worker each: a photo that takes ten minutes to come holds up
 * other photos, never a reply.
 */
export function conversationJobs(parts: FetchParts & { processId: string }): { fetching: Lane } {
  return {
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
export async function wakeConversationJobs({ system }: Pick<FetchParts, "system">): Promise<void> {
  await wakeFetches(system);
  await wakeAging(system.db);
}
