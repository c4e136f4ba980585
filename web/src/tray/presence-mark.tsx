import { useTranslation } from "react-i18next";
import type { Present } from "../../../shared/api/desk.ts";
import { isolated } from "../request/event-words.tsx";
import { useList } from "../request/use-list.ts";
import { Avatar } from "../ui/avatar.tsx";

/** "Grace V. is looking at this too": whoever decides first decides. */
export function PresenceLine({ others }: { others: readonly Present[] }) {
  const { t } = useTranslation("desk");
  const list = useList();
  const names = others.map(({ account }) => isolated(account.name));
  const isAnswering = others.some((other) => other.isAnswering);
  return (
    <p role="status" className="flex min-h-0 items-center gap-2 text-label text-ink2 not-empty:mb-2">
      {others.length > 0 && (
        <>
          <span className="inline-flex -space-x-1.5 rtl:space-x-reverse">
            {others.map(({ account }) => (
              <Avatar key={account.id} name={account.name} className="size-5.5! ring-2 ring-canvas" />
            ))}
          </span>
          <span>
            {t(isAnswering ? "present.answering" : "present.looking", {
              count: others.length,
              names: list(names),
            })}
          </span>
        </>
      )}
    </p>
  );
}

/** Who has it, as initials in the queue; the name for readers. */
export function PresenceMark({ others }: { others: readonly Present[] }) {
  const { t } = useTranslation("desk");
  const [first] = others;
  if (!first) return null;
  return (
    <span className="inline-flex shrink-0 items-center">
      <Avatar name={first.account.name} className="size-5! text-[0.5625rem]!" />
      <span className="sr-only">{t("present.has", { name: first.account.name })}</span>
    </span>
  );
}
