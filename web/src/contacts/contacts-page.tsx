import { useNavigate, useSearch } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { CONTACT_KINDS, type Contact } from "../../../shared/api/conversations.ts";
import { OpenDialog } from "../board/open-dialog.tsx";
import { useReason } from "../request/use-reason.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useKey } from "../ui/use-key.ts";
import { ContactDialog } from "./contact-dialog.tsx";
import { ContactRow } from "./contact-row.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { MergedLine } from "./merged-line.tsx";
import { type Merged, useContacts } from "./use-contacts.ts";

type Open = { kind: "add" } | { kind: "edit" | "merge" | "request"; contact: Contact } | null;

/** Everybody on WhatsApp, clients and workers, with what they have open. */
export function ContactsPage() {
  const { t } = useTranslation("contacts");
  const { t: word } = useTranslation();
  const reasonOf = useReason();
  const navigate = useNavigate();
  const search = useSearch({ from: "/shell/contacts" });
  // Names and numbers stay out of the address.
  const [words, setWords] = useState("");
  const [open, setOpen] = useState<Open>(null);
  const q = useDeferredValue(words.trim());
  const list = useContacts({ q: q || undefined, kind: search.kind });
  const [merged, setMerged] = useState<Merged | null>(null);
  const close = () => setOpen(null);
  useKey("KeyN", () => setOpen({ kind: "add" }));
  const kinds = [
    { value: "all" as const, text: t("list.all") },
    ...CONTACT_KINDS.map((kind) => ({ value: kind, text: t(`list.${kind}`) })),
  ];
  return (
    <div className="mx-auto max-w-240 px-3 pt-4 pb-10 md:px-5">
      <div className="flex items-center justify-between gap-3">
        <h1 className="text-page font-semibold">{t("list.title")}</h1>
        <Button onClick={() => setOpen({ kind: "add" })}>
          <span className="inline-flex items-center gap-2">
            {t("list.add")} <KeyHint keys="KeyN" />
          </span>
        </Button>
      </div>
      <search className="mt-3 mb-4 flex flex-wrap items-end gap-3">
        <TextField
          label={t("list.find")}
          type="search"
          className="min-w-56 flex-1"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Segmented
          label={t("list.kind")}
          value={search.kind ?? "all"}
          choices={kinds}
          onChange={(kind) =>
            void navigate({
              to: "/contacts",
              search: { kind: kind === "all" ? undefined : kind },
              replace: true,
            })
          }
        />
      </search>
      {merged && <MergedLine merged={merged} onDone={() => setMerged(null)} />}
      {list.error ? (
        <ErrorPanel
          title={t("list.error")}
          actions={[{ text: t("list.again"), onPress: () => void list.refetch() }]}
        >
          {reasonOf(list.error)}
        </ErrorPanel>
      ) : list.isLoading ? (
        <Loading className="flex flex-col gap-2">
          <StripSkeleton />
          <StripSkeleton />
        </Loading>
      ) : list.contacts.length === 0 ? (
        <div className="pt-12">
          <EmptyState
            title={t(q ? "list.noneFound" : "list.none")}
            action={
              <Button kind="primary" onClick={() => setOpen({ kind: "add" })}>
                {t("list.add")}
              </Button>
            }
          >
            {t(q ? "list.noneFoundText" : search.kind === "worker" ? "list.noWorkersText" : "list.noneText")}
          </EmptyState>
        </div>
      ) : (
        <ul className="on-panel rounded-panel">
          {list.contacts.map((contact) => (
            <li key={contact.id} className="border-t border-line first:border-t-0">
              <ContactRow
                contact={contact}
                kinds={contact.kinds.map((kind) => word(`kind.${kind}`))}
                onEdit={() => setOpen({ kind: "edit", contact })}
                onMerge={() => setOpen({ kind: "merge", contact })}
                onRequest={() => setOpen({ kind: "request", contact })}
              />
            </li>
          ))}
        </ul>
      )}
      {list.hasMore && (
        <Button className="mt-3 w-full" disabled={list.isFetching} onClick={list.fetchMore}>
          {t("list.more")}
        </Button>
      )}
      {open?.kind === "add" && <ContactDialog isWorker={search.kind === "worker"} onClose={close} />}
      {open?.kind === "edit" && <ContactDialog contact={open.contact} onClose={close} />}
      {open?.kind === "merge" && (
        <MergeDialog
          contact={open.contact}
          onClose={close}
          onMerged={(made) => {
            setMerged(made);
            close();
          }}
        />
      )}
      {open?.kind === "request" && (
        <OpenDialog
          forContact={open.contact}
          onClose={close}
          onOpened={(strip) => void navigate({ to: "/requests/$id", params: { id: String(strip.id) } })}
        />
      )}
    </div>
  );
}
