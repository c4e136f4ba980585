import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FilledReply } from "../../../shared/api/quick-replies.ts";
import { matching, typedAfterSlash } from "./matching.ts";
import { ReplyOptions } from "./reply-options.tsx";
import { countUse, useFilledReplies } from "./use-quick-replies.ts";

export type QuickReplyPickerProps = {
  conversationId: number | null;
  requestId: number | null;
  /** What stands in the field; a slash at its start opens the list. */
  text: string;
  /** The whole new text of the field, filled in. */
  onChoose: (text: string) => void;
  /** The field itself, for readers and for giving the focus back. */
  area: RefObject<HTMLTextAreaElement | null>;
  /** The field; it keeps the focus all the while. */
  children: ReactNode;
};

/**
 * Stands round the field of a composer. "/" typed at its start opens the quick replies above it; further letters
 * narrow them, arrows choose, Enter or Tab inserts, Esc closes and leaves the slash.
 */
export function QuickReplyPicker(props: QuickReplyPickerProps) {
  const { text, onChoose, area, children, conversationId, requestId } = props;
  const { t } = useTranslation("quickReplies");
  const id = useId();
  const typed = typedAfterSlash(text);
  /** The text at which somebody closed it: the next letter opens it again. */
  const [closedAt, setClosedAt] = useState<string | null>(null);
  const [selected, setSelected] = useState({ text, place: 0 });
  const isOpen = typed !== null && closedAt !== text;
  const list = useFilledReplies({ conversationId, requestId }, isOpen);
  const found = matching(list.data?.quickReplies ?? [], typed ?? "");
  // Other letters begin at the top again.
  const place = Math.min(selected.text === text ? selected.place : 0, Math.max(found.length - 1, 0));
  const current = found[place];
  const optionId = (reply: FilledReply) => `${id}-${reply.id}`;

  useControlledList(area, isOpen ? { listId: `${id}-list`, activeId: current && optionId(current) } : null);

  const choose = (reply: FilledReply) => {
    onChoose(reply.text);
    countUse(reply.id);
    requestAnimationFrame(() => {
      area.current?.focus();
      // Where something is still missing one wants to be first.
      const hole = reply.text.indexOf("{{");
      const end = hole < 0 ? -1 : reply.text.indexOf("}}", hole);
      if (end > 0) area.current?.setSelectionRange(hole, end + 2);
    });
  };
  const onKey = (event: KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") setClosedAt(text);
    else if (found.length === 0) return;
    else if (event.key === "ArrowDown") setSelected({ text, place: (place + 1) % found.length });
    else if (event.key === "ArrowUp") setSelected({ text, place: (place - 1 + found.length) % found.length });
    else if (current && (event.key === "Enter" || event.key === "Tab") && !event.shiftKey) choose(current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative" onKeyDownCapture={onKey}>
      {isOpen && (
        <ReplyOptions
          listId={`${id}-list`}
          {...{ list, found, current, optionId }}
          hasAny={(list.data?.quickReplies.length ?? 0) > 0}
          onChoose={choose}
        />
      )}
      <p role="status" className="sr-only">
        {isOpen &&
          list.data &&
          (found.length > 0 ? t("picker.count", { count: found.length }) : t("picker.none"))}
      </p>
      {children}
    </div>
  );
}

/** The field is told what it opens: it is the caller's, so its attributes are set from here. */
function useControlledList(
  area: RefObject<HTMLTextAreaElement | null>,
  open: { listId: string; activeId: string | undefined } | null,
): void {
  const listId = open?.listId;
  const activeId = open?.activeId;
  useEffect(() => {
    const field = area.current;
    if (!field || listId === undefined) return;
    const attributes = {
      // A field of several lines is no combobox; it may still say what its keys choose from.
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-controls": listId,
      ...(activeId !== undefined && { "aria-activedescendant": activeId }),
    };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(attributes)) field.removeAttribute(name);
    };
  }, [area, listId, activeId]);
}
