/** What the board should know of a request from a chat, in the language of whoever starts it. */
import { useTranslation } from "react-i18next";
import { isolated } from "../request/event-words.tsx";
import { intlTag } from "../texts/i18n.ts";
import type { OpenRequest } from "./talk.ts";

export function useNote(title: string | null): (request: OpenRequest) => string {
  const { t, i18n } = useTranslation("diagnosis");
  // By the clock of the chat, which names no zone: kept as if it were UTC, and written so.
  const times = new Intl.DateTimeFormat(intlTag(i18n.language), {
    ...{ dateStyle: "medium", timeStyle: "short", timeZone: "UTC" },
  });
  const from = title === null ? t("note.fromNameless") : t("note.from", { title: isolated(title) });
  return ({ openedAt, lastAt, chases, dueAt }) =>
    [
      from,
      t("note.asked", { date: times.format(openedAt) }),
      ...(lastAt > openedAt ? [t("note.last", { date: times.format(lastAt) })] : []),
      ...(chases > 0 ? [t("note.chased", { count: chases })] : []),
      ...(dueAt === null ? [] : [t("note.due", { date: times.format(dueAt) })]),
    ].join(" ");
}
