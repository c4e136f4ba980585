/** Every endpoint there is. The server refuses to start if one of them has no handler; a test walks them by role. */
import { blocksApi } from "./blocks.ts";
import { chatImportsApi } from "./chat-imports.ts";
import { connectingApi } from "./connecting.ts";
import { conversationsApi } from "./conversations.ts";
import { costsApi } from "./costs.ts";
import { deskApi } from "./desk.ts";
import type { Endpoint } from "./endpoint.ts";
import { firstWordsApi } from "./first-words.ts";
import { intakeApi } from "./intake.ts";
import { learningApi } from "./learning.ts";
import { mediaApi } from "./media.ts";
import { mendingApi } from "./mending.ts";
import { numbersApi } from "./numbers.ts";
import { peopleApi } from "./people.ts";
import { quickRepliesApi } from "./quick-replies.ts";
import { requestsApi } from "./requests.ts";
import { rulesApi } from "./rules.ts";
import { sendingApi } from "./sending.ts";
import { systemApi } from "./system.ts";
import { templatesApi } from "./templates.ts";
import { tradeApi } from "./trade.ts";
import { trayApi } from "./tray.ts";
import { uploadsApi } from "./uploads.ts";

export const api = {
  ...peopleApi,
  ...trayApi,
  ...learningApi,
  ...deskApi,
  ...requestsApi,
  ...mendingApi,
  ...conversationsApi,
  ...mediaApi,
  ...numbersApi,
  ...connectingApi,
  ...firstWordsApi,
  ...blocksApi,
  ...sendingApi,
  ...costsApi,
  ...systemApi,
  ...intakeApi,
  ...templatesApi,
  ...quickRepliesApi,
  ...uploadsApi,
  ...tradeApi,
  ...rulesApi,
  ...chatImportsApi,
} as const satisfies Record<string, Endpoint>;

/**
 * Routes outside the list, because they stream or carry bytes. Each has the same guards.
 * - GET /api/v1/live: server-sent events (`hello`, then `change` with topics)
 * - GET /api/v1/media/:id: the bytes of a photo, voice note or document; /thumbnail: a small picture of it
 * - /api/v1/phones/*: the simulator's control API (only while the sample day exists; admin)
 */
export const STREAMS = [
  "/api/v1/live",
  "/api/v1/media/:id",
  "/api/v1/media/:id/thumbnail",
  "/api/v1/phones/*",
] as const;
