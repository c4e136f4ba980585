/** What the sorter may change of a request before it opens. */
import type { TrayItemPage } from "../../../shared/api/tray.ts";
import { DEFAULT_STEP, type Priority } from "../../../shared/request.ts";

export type Fields = { title: string; categoryId: number | null; priority: Priority; place: string };

/** A shared location names the place; the words of the first message are the title until there is a better one. */
export function fieldsOf(page: TrayItemPage): Fields {
  const shared = page.messages.find((message) => message.content.location)?.content.location;
  return {
    title: page.suggestedTitle,
    categoryId: null,
    priority: "normal",
    place: shared?.address ?? shared?.name ?? "",
  };
}

/** Whoever gives it a title has understood it: it opens as ready, in their hands. */
export const OPENS_AS = "ready";
export const opensDueAt = (now: number): number => now + DEFAULT_STEP[OPENS_AS].afterMs;
