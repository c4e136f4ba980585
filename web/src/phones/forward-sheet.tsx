import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Avatar } from "../ui/avatar.tsx";
import { Switch } from "../ui/switch.tsx";
import type { Conversation } from "./shapes.ts";
import { Sheet, SheetRow } from "./sheet.tsx";

/** To which of our numbers it is passed on, and whether it has already been passed on by many. */
export function ForwardSheet({
  conversations,
  onClose,
  onForward,
}: {
  conversations: readonly Conversation[];
  onClose: () => void;
  onForward: (numberId: string, how: "once" | "often") => void;
}) {
  const { t } = useTranslation("phones");
  const [isOften, setOften] = useState(false);
  return (
    <Sheet title={t("menu.forward")} onClose={onClose}>
      {conversations.map(({ number }) => (
        <SheetRow
          key={number.id}
          mark={<Avatar name={number.name} className="size-8" />}
          text={number.name}
          detail={number.displayNumber}
          onPress={() => onForward(number.id, isOften ? "often" : "once")}
        />
      ))}
      <Switch
        className="mt-2 border-t border-line pt-2"
        label={t("forward.markOften")}
        words={{ on: t("on"), off: t("off.short") }}
        isOn={isOften}
        onChange={setOften}
      />
    </Sheet>
  );
}
