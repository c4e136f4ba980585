import { useTranslation } from "react-i18next";
import type { QuickReply } from "../../../shared/api/quick-replies.ts";
import { useLanguageName } from "../templates/language-names.ts";
import { Menu } from "../ui/menu.tsx";

export function QuickReplyRow({
  reply,
  mayWrite,
  onEdit,
  onRemove,
}: {
  reply: QuickReply;
  mayWrite: boolean;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation("quickReplies");
  const languageName = useLanguageName();
  const { shortcut, title, texts, uses } = reply;
  const [first] = texts;
  return (
    <div className="flex items-start gap-3 px-4 py-3 max-sm:px-3">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <bdi className="rounded-strip bg-sunk px-1.5 text-title font-semibold">/{shortcut}</bdi>
          <bdi className="text-title font-semibold">{title}</bdi>
          <span className="text-label text-ink3">
            {uses > 0 ? t("page.used", { count: uses }) : t("page.neverUsed")}
          </span>
        </p>
        <p dir="auto" lang={first?.language} className="aligned line-clamp-2 text-body text-ink2">
          {first?.body}
        </p>
        {texts.length > 1 && (
          <p className="text-label text-ink3">
            {texts.map(({ language }) => languageName(language)).join(" · ")}
          </p>
        )}
      </div>
      {mayWrite && (
        <Menu
          label={t("page.more", { title })}
          trigger={<span aria-hidden="true">⋯</span>}
          triggerClassName="inline-flex size-8 items-center justify-center rounded-control text-ink2 hover:bg-sunk hover:text-ink touch:size-11"
          choices={[
            { kind: "choice", key: "edit", text: t("page.edit") },
            { kind: "choice", key: "remove", text: t("page.remove") },
          ]}
          onChoose={(key) => (key === "edit" ? onEdit() : onRemove())}
        />
      )}
    </div>
  );
}
