/** A person asks for a file again, or for one that waits to be fetched at once. */
import { UserError } from "../errors.ts";
import { addJobs } from "../jobs/add.ts";
import { announce } from "../live/changes.ts";
import { fetchJob } from "./fetch-job.ts";
import type { FetchParts } from "./fetch-media.ts";
import { type Again, mayFetchAgain } from "./media-rules.ts";
import { lockMedia, markAsked } from "./media-store.ts";

/** @throws UserError when WhatsApp cannot give it (any more), with what to do instead */
export async function fetchAgain(
  { system, numbers, files }: FetchParts,
  mediaId: number,
): Promise<"waiting" | "fetched"> {
  const now = system.clock.now();
  return system.db.transaction(async (tx) => {
    const media = await lockMedia(tx, mediaId);
    if (!media) throw new UserError("not_found", "This file is not here (any more).");
    const { storedAs, state } = media;
    // Not what the row says alone: a backup may have come back without its files.
    const isHere = state === "fetched" && storedAs !== null && (await files.size(storedAs)) !== null;
    if (media.isOurs && !isHere) throw new UserError("not_found", "This file is not here any more.");
    const hasToken = (numbers.get(media.numberId)?.accessToken ?? null) !== null;
    const again = mayFetchAgain({ ...media, isHere }, hasToken, now);
    switch (again.kind) {
      case "here":
        return "fetched";
      case "refused":
        throw refusal(again.why);
      case "fetch":
        await markAsked(tx, mediaId, now);
        await addJobs(tx, [fetchJob(mediaId)]);
        await announce(tx, [`conversation:${media.conversationId}`]);
        return "waiting";
      default:
        return again satisfies never;
    }
  });
}

function refusal(why: Extract<Again, { kind: "refused" }>["why"]): UserError {
  switch (why) {
    case "revoked":
      return new UserError("conflict", "Its sender took it back.", { code: "media_revoked" });
    case "expired":
      return new UserError(
        "conflict",
        "WhatsApp keeps a file for seven days, and they are over. Ask the sender to send it again.",
        { code: "media_expired" },
      );
    case "far_too_large":
      return new UserError(
        "conflict",
        "It is larger than 100 MB, which WhatsApp does not pass on. Ask the sender for a smaller one.",
        { code: "media_far_too_large" },
      );
    case "no_token":
      return new UserError(
        "conflict",
        "This number has no access to WhatsApp, so nothing can be fetched. An admin can connect it.",
        { code: "media_no_token" },
      );
    default:
      return why satisfies never;
  }
}
