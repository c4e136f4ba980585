import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { QuickReply } from "../../../shared/api/quick-replies.ts";
import { hasRole } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { StripSkeleton } from "../ui/skeleton.tsx";
import { TextField } from "../ui/text-field.tsx";
import { UntilRead } from "../ui/until-read.tsx";
import { CsvPart } from "./csv-part.tsx";
import { matching } from "./matching.ts";
import { QuickReplyDialog } from "./quick-reply-dialog.tsx";
import { QuickReplyRow } from "./quick-reply-row.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";
import { useQuickReplies } from "./use-quick-replies.ts";

type Open = { kind: "write"; reply: QuickReply | null } | { kind: "remove"; reply: QuickReply } | null;

/** What is said again and again, kept for everyone. */
export function QuickRepliesPage() {
  const { t } = useTranslation("quickReplies");
  const list = useQuickReplies();
  const failureWords = useFailureWords();
  const mayWrite = hasRole(useMe().role, "coordinator");
  const [words, setWords] = useState("");
  const [open, setOpen] = useState<Open>(null);
  usePageTitle(t("page.title"));
  const all = list.data?.quickReplies ?? [];
  const found = matching(
    all.map((reply) => ({ ...reply, text: reply.texts.map(({ body }) => body).join("\n") })),
    words,
  );
  const add = () => setOpen({ kind: "write", reply: null });
  return (
    <div className="mx-auto flex max-w-240 flex-col gap-5 px-5 py-6 max-sm:px-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-1">
          <h1 className="text-page font-semibold">{t("page.title")}</h1>
          <p className="max-w-[64ch] text-ink2">{t(mayWrite ? "page.lead" : "page.onlyCoordinators")}</p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Link to="/settings/templates" className={buttonClass("quiet")}>
            {t("page.toTemplates")}
          </Link>
          {mayWrite && (
            <Button kind="primary" shortcut="KeyN" onClick={add}>
              {t("page.add")}
            </Button>
          )}
        </div>
      </div>
      <UntilRead query={list} error={t("page.error")} reason={failureWords(list.error)}>
        <StripSkeleton />
        <StripSkeleton />
      </UntilRead>
      {all.length > 0 && (
        <search>
          <TextField
            label={t("page.find")}
            type="search"
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        </search>
      )}
      {found.length > 0 && (
        <ul className="on-strip rounded-panel shadow-1">
          {found.map((reply) => (
            <li key={reply.id} className="border-t border-line first:border-t-0">
              <QuickReplyRow
                reply={reply}
                mayWrite={mayWrite}
                onEdit={() => setOpen({ kind: "write", reply })}
                onRemove={() => setOpen({ kind: "remove", reply })}
              />
            </li>
          ))}
        </ul>
      )}
      {list.data && all.length > 0 && found.length === 0 && (
        <p className="text-ink2">{t("page.noneFound")}</p>
      )}
      {list.data && all.length === 0 && (
        <EmptyState
          className="pt-4"
          title={t("page.none")}
          action={
            mayWrite && (
              <Button kind="primary" onClick={add}>
                {t("page.add")}
              </Button>
            )
          }
        >
          {t("page.noneText")}
        </EmptyState>
      )}
      {list.data && mayWrite && <CsvPart replies={all} />}
      {open?.kind === "write" && <QuickReplyDialog reply={open.reply} onClose={() => setOpen(null)} />}
      {open?.kind === "remove" && <RemoveDialog reply={open.reply} onClose={() => setOpen(null)} />}
    </div>
  );
}
