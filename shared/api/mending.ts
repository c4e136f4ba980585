/** Mending: messages that were sorted wrongly go where they belong; requests that are one become one. */
import { z } from "zod";
import { PRIORITIES } from "../request.ts";
import { Done, endpoint, Id, IdParams } from "./endpoint.ts";
import { Strip } from "./requests.ts";

const MessageIds = z.array(Id).min(1).max(1000);
/** Give `mendingId` back to take all of it back within ten minutes. */
const Mended = z.object({ mendingId: Id, strip: Strip });

export const mendingApi = {
  splitRequest: endpoint({
    method: "POST",
    path: "/api/v1/requests/:id/split",
    access: "operator",
    summary: "Open a new request from some of this one's messages; answers with the new one",
    params: IdParams,
    body: z.object({
      messageIds: MessageIds,
      /** They concern both from now on. */
      keep: z.boolean().default(false),
      title: z.string().trim().min(1).max(200),
      categoryId: Id.nullable().default(null),
      priority: z.enum(PRIORITIES).default("normal"),
      place: z.string().trim().max(300).nullable().default(null),
      /** Absent: whoever splits it. */
      owner: z.object({ kind: z.enum(["account", "team"]), id: Id }).optional(),
    }),
    output: Mended,
  }),
  moveMessages: endpoint({
    method: "POST",
    path: "/api/v1/requests/:id/messages/move",
    access: "operator",
    summary: "Move messages of this request to another open one; answers with the other",
    params: IdParams,
    body: z.object({ messageIds: MessageIds, toRequestId: Id, keep: z.boolean().default(false) }),
    output: Mended,
  }),
  takeOutMessages: endpoint({
    method: "POST",
    path: "/api/v1/requests/:id/messages/take-out",
    access: "operator",
    summary: "Take messages out of this request; what no other request holds waits in the tray again",
    params: IdParams,
    body: z.object({ messageIds: MessageIds }),
    output: Mended,
  }),
  mergeRequest: endpoint({
    method: "POST",
    path: "/api/v1/requests/:id/merge",
    access: "operator",
    summary: "Merge this open request into another; answers with the one that stays",
    params: IdParams,
    body: z.object({
      intoId: Id,
      /** Which stands when both have promised a time: that of the one that stays, or of this one. */
      promise: z.enum(["stays", "other"]).nullable().default(null),
    }),
    output: Mended,
  }),
  undoMending: endpoint({
    method: "POST",
    path: "/api/v1/mendings/:id/undo",
    access: "operator",
    summary: "Take a split, a move, a taking out or a merge back within ten minutes",
    params: IdParams,
    output: Done,
  }),
} as const;
