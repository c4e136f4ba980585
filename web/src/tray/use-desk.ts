/** What is being made of the item in hand: its fields, which messages go apart, and the decision. */
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Owner, Strip } from "../../../shared/api/requests.ts";
import type { DecisionKind, TrayItem, TrayItemPage } from "../../../shared/api/tray.ts";
import { useMe } from "../api/queries.ts";
import { announce } from "../ui/status-region.tsx";
import { type Fields, fieldsOf } from "./item-fields.ts";
import { decisionLine } from "./use-decisions.ts";

type Draft = { itemId: number; fields: Fields | null; marked: ReadonlySet<number> | null };

export function useDesk(item: TrayItem, page: TrayItemPage | undefined, next: TrayItem | null) {
  const { t } = useTranslation("tray");
  const { t: word } = useTranslation();
  const me = useMe();
  const [kept, setKept] = useState<Draft | null>(null);
  const draft: Draft = kept?.itemId === item.id ? kept : { itemId: item.id, fields: null, marked: null };
  const suggested = useMemo(() => (page ? fieldsOf(page, me) : null), [page, me]);
  const fields = draft.fields ?? suggested;
  const { marked } = draft;

  /** The marked messages, or all of them. */
  const part = (): TrayItem => {
    const messageIds = item.messageIds.filter((id) => marked?.has(id));
    return messageIds.length > 0 ? { ...item, messageIds } : item;
  };
  const decide = (kind: DecisionKind, strip: Strip | null, owner?: Owner): boolean => {
    const opens = kind === "opens";
    const title = opens ? fields?.title.trim() || (page?.suggestedTitle ?? "") : null;
    if (opens && !title) return false;
    const holder = owner ?? fields?.owner;
    const decided = part();
    decisionLine.decide({
      key: crypto.randomUUID(),
      item: decided,
      title: title ?? strip?.title ?? null,
      at: Date.now(),
      ask: {
        messageIds: decided.messageIds,
        kind,
        requestId: strip?.id ?? null,
        title,
        categoryId: opens ? (fields?.categoryId ?? null) : null,
        priority: fields?.priority ?? "normal",
        place: opens ? fields?.place.trim() || null : null,
        ...(opens && holder && { owner: { kind: holder.kind, id: holder.id } }),
      },
    });
    const isSplit = decided.messageIds.length < item.messageIds.length;
    const follows = isSplit ? item : next;
    announce(
      t("said.decided", {
        what: word(`decision.${kind}`),
        next: follows ? (follows.contact?.name ?? t("queue.nobody")) : t("empty.title"),
      }),
    );
    return !isSplit;
  };
  const change = useCallback(
    (fields: Fields) => setKept((was) => ({ marked: null, ...same(was, item.id), itemId: item.id, fields })),
    [item.id],
  );
  const setMarked = (marks: ReadonlySet<number> | null) => setKept({ ...draft, marked: marks });
  return {
    fields,
    marked,
    change,
    decide,
    split: () => setMarked(marked ? null : new Set()),
    mark: (id: number) => {
      const marks = new Set(marked);
      if (!marks.delete(id)) marks.add(id);
      setMarked(marks);
    },
    me: { kind: "account", id: me.id, name: me.name } as Owner,
  };
}

const same = (was: Draft | null, itemId: number): Partial<Draft> => (was?.itemId === itemId ? was : {});
