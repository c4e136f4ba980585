import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { FilledReply } from "../../../shared/api/quick-replies.ts";
import { hasRole } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { cx } from "../ui/class-names.ts";
import type { useFilledReplies } from "./use-quick-replies.ts";

/** Keeps the chosen one in sight while arrows move. */
const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: "nearest" });

/** The list above the field; the focus stays in the field. */
export function ReplyOptions({
  listId,
  list,
  found,
  current,
  hasAny,
  optionId,
  onChoose,
}: {
  listId: string;
  list: Pick<ReturnType<typeof useFilledReplies>, "isPending" | "isError">;
  found: readonly FilledReply[];
  current: FilledReply | undefined;
  hasAny: boolean;
  optionId: (reply: FilledReply) => string;
  onChoose: (reply: FilledReply) => void;
}) {
  const { t } = useTranslation("quickReplies");
  return (
    <div className="on-strip absolute inset-x-0 bottom-full z-20 mb-2 overflow-hidden rounded-panel border border-line shadow-2">
      <ul
        id={listId}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list of which one is chosen from a field
        role="listbox"
        aria-label={t("picker.label")}
        className="max-h-64 overflow-y-auto empty:hidden"
      >
        {found.map((reply) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active one
          <li
            key={reply.id}
            id={optionId(reply)}
            ref={reply === current ? intoView : undefined}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one of the list above
            role="option"
            aria-selected={reply === current}
            // The field must not lose the focus to a press here.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(reply)}
            className={cx(
              "flex min-h-11 cursor-pointer flex-col justify-center gap-0.5 border-t border-line px-3 py-2 first:border-t-0 hover:bg-sunk",
              reply === current && "bg-sunk",
            )}
          >
            <span className="flex flex-wrap items-baseline gap-x-2.5">
              <bdi className="text-title font-semibold">/{reply.shortcut}</bdi>
              <bdi className="text-line text-ink2">{reply.title}</bdi>
              {reply.missing.length > 0 && (
                <span className="text-label text-late">
                  {t("picker.missing", { names: reply.missing.join(", ") })}
                </span>
              )}
            </span>
            <span dir="auto" lang={reply.language} className="aligned line-clamp-2 text-body text-ink2">
              {reply.text}
            </span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <Nothing {...list} hasAny={hasAny} />}
      {found.length > 0 && (
        <p className="border-t border-line px-3 py-1.5 text-label text-ink3 touch:hidden">
          {t("picker.hint")}
        </p>
      )}
    </div>
  );
}

function Nothing({ isPending, isError, hasAny }: { isPending: boolean; isError: boolean; hasAny: boolean }) {
  const { t } = useTranslation(["quickReplies", "kit"]);
  const mayWrite = hasRole(useMe().role, "coordinator");
  if (isPending) return <p className="px-3 py-2.5 text-body text-ink3">{t("kit:loading")}</p>;
  if (isError) return <p className="px-3 py-2.5 text-body text-late">{t("picker.error")}</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-3 px-3 py-2.5 text-body text-ink2">
      {t(hasAny ? "picker.none" : "picker.nobody")}
      {!hasAny && mayWrite && (
        <Link to="/settings/quick-replies" className="font-medium text-ink underline underline-offset-2">
          {t("picker.write")}
        </Link>
      )}
    </p>
  );
}
