import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { TrayItem } from "../../../shared/api/tray.ts";
import { useList } from "../request/use-list.ts";

/** "3 photos, 1 voice note": what an item holds when it has no words. */
export function useItemWords(): (item: TrayItem) => string {
  const { t } = useTranslation("tray");
  const list = useList();
  return useCallback(
    (item) => {
      const parts = [
        item.photos > 0 && t("item.photos", { count: item.photos }),
        item.voiceNotes > 0 && t("item.voiceNotes", { count: item.voiceNotes }),
        item.others > 0 && t("item.others", { count: item.others }),
      ].filter((part) => part !== false);
      return parts.length > 0 ? list(parts) : t("item.noWords");
    },
    [t, list],
  );
}
