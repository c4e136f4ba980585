import type { Job } from "../jobs/add.ts";

/** One for each file: a later one replaces one that has not run. */
export function fetchJob(mediaId: number, afterMs?: number): Job {
  return {
    task: "fetch_media",
    payload: { mediaId },
    key: `fetch_media:${mediaId}`,
    ...(afterMs && { afterMs }),
  };
}
