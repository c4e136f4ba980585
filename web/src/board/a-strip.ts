/** For tests: a strip of which only what matters is said. */
import type { Strip } from "../../../shared/api/requests.ts";

export const aStrip = (id: number, strip: Partial<Strip> = {}): Strip => ({
  id,
  title: `Request ${id}`,
  category: null,
  area: null,
  client: null,
  conversationId: null,
  place: null,
  state: "ready",
  stateSince: "2026-11-22T08:00:00Z",
  returnsTo: null,
  owner: null,
  worker: null,
  waitsOn: "us",
  nextStep: null,
  promise: null,
  priority: "normal",
  unread: false,
  windowClosesAt: null,
  chases: 0,
  openedAt: "2026-11-22T08:00:00Z",
  version: 1,
  ...strip,
});
