import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { OutgoingInput } from "../../../../../shared/outgoing.ts";
import { Button } from "../../../ui/button.tsx";
import { CrossGlyph } from "../../../ui/glyphs.tsx";
import type { MakerProps } from "./maker.tsx";

const FIELDS = "textarea, input:not([type=hidden])";
/** The first thing to fill in, or what follows words that are there already. */
const focusFirst = (form: HTMLFormElement | null) => {
  if (!form || form.contains(document.activeElement)) return;
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELDS)];
  (fields.find(({ value }) => value === "") ?? fields[0])?.focus();
};

/** Head, fields and foot of such a form. */
export function MakerFrame({
  title,
  action,
  message,
  reply,
  isOnline,
  onClose,
  onTaken,
  children,
}: Pick<MakerProps, "reply" | "isOnline" | "onClose" | "onTaken"> & {
  title: string;
  action: string;
  /** Null as long as something is missing. */
  message: OutgoingInput | null;
  children: ReactNode;
}) {
  const { t } = useTranslation(["composer", "kit"]);
  const isOff = !isOnline || message === null || reply.isSending;
  const send = async () => {
    if (isOff || message === null) return;
    if (await reply.sendOne(message)) onTaken();
  };
  return (
    <form
      ref={focusFirst}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event: KeyboardEvent<HTMLFormElement>) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void send();
        }
      }}
      className="flex flex-col gap-3"
    >
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-title font-semibold">{title}</h2>
        <button
          type="button"
          onClick={onClose}
          aria-label={t("cancel")}
          className="-me-1.5 inline-flex size-8 items-center justify-center rounded-control text-ink3 hover:bg-sunk hover:text-ink touch:size-11"
        >
          <CrossGlyph />
        </button>
      </div>
      <div className="-m-1 flex max-h-[min(26rem,48dvh)] max-sm:max-h-[32dvh] flex-col gap-3 overflow-y-auto p-1">
        {children}
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2">
        {!isOnline && <p className="me-auto text-label text-ink2">{t("offline")}</p>}
        <Button kind="primary" size="small" type="submit" disabled={isOff}>
          {reply.isSending ? t("sending") : action}
        </Button>
      </div>
    </form>
  );
}
