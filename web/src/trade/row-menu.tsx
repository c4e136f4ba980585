import { useTranslation } from "react-i18next";
import { Menu } from "../ui/menu.tsx";

/** What can be done with one of them. */
export function RowMenu({
  name,
  canGo,
  canMerge,
  onChange,
  onMerge,
  onPutAway,
}: {
  name: string;
  /** False for the team that holds what nobody takes. */
  canGo: boolean;
  canMerge: boolean;
  onChange: () => void;
  onMerge: () => void;
  onPutAway: () => void;
}) {
  const { t } = useTranslation("trade");
  const acts = { change: onChange, merge: onMerge, putAway: onPutAway };
  return (
    <Menu
      label={t("page.more", { name })}
      trigger={<span aria-hidden="true">⋯</span>}
      triggerClassName="inline-flex size-8 items-center justify-center rounded-control text-ink2 hover:bg-sunk hover:text-ink touch:size-11"
      choices={[
        { kind: "choice", key: "change", text: t("page.change") },
        { kind: "choice", key: "merge", text: t("page.merge"), isOff: !canGo || !canMerge },
        { kind: "choice", key: "putAway", text: t("page.putAway"), isOff: !canGo },
      ]}
      onChoose={(key) => acts[key]()}
    />
  );
}
