import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { isolated } from "../event-words.tsx";
import { useList } from "../use-list.ts";

type Group = NonNullable<Message["content"]["group"]>;

/** What happened to a group, in a line. */
export function useGroupWords(): (group: Group, type: string | undefined, author: string | null) => string {
  const { t } = useTranslation("thread");
  const list = useList();
  return (group, type, author) => {
    const named = group.people ?? (author ? [author] : []);
    const people = named.length > 0 ? list(named.map(isolated)) : t("group.somebody");
    const subject = group.subject && isolated(group.subject);
    switch (type) {
      case "group_create":
        return subject ? t("group.created", { subject }) : t("group.createdUnnamed");
      case "group_delete":
        return t("group.deleted");
      case "group_participants_add":
        return t(group.reason === "invite_link" ? "group.joinedByLink" : "group.joined", { people });
      case "group_participants_remove":
        return t("group.left", { people });
      case "group_join_request_created":
        return t("group.asks", { people });
      case "group_join_request_revoked":
        return t("group.asksNoMore", { people });
      case "group_settings_update":
        if (subject) return t("group.renamed", { subject });
        return t(group.description ? "group.described" : "group.settings");
      case "group_suspend":
        return t("group.suspended");
      case "group_suspend_cleared":
        return t("group.resumed");
      default:
        return t("group.other");
    }
  };
}
