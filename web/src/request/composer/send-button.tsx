import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { useFormat } from "../../ui/format.ts";
import type { Replying } from "./use-reply.ts";

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function SendButton({ reply, isOff }: { reply: Replying; isOff: boolean }) {
  const { t } = useTranslation("composer");
  const { number } = useFormat();
  const { progress, isSending } = reply;
  const words = progress
    ? t("sendingOf", { n: number(progress.n), of: number(progress.of) })
    : t(isSending ? "sending" : "send");
  return (
    <Button kind="primary" size="small" type="submit" disabled={isOff || isSending}>
      <span className="inline-flex items-center gap-2">
        {words}
        <SendKeys />
      </span>
    </Button>
  );
}

const SendKeys = () => (
  <span aria-hidden="true" className="inline-flex touch:hidden">
    <kbd
      dir="ltr"
      className="inline-flex h-5 items-center rounded-panel border border-current px-1 font-sans text-[0.6875rem] leading-none font-semibold"
    >
      {IS_MAC ? "⌘" : "Ctrl"}
      <svg
        viewBox="0 0 10 10"
        className="ms-1 size-2.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        role="presentation"
      >
        <path d="M9 1.5V6H1.6M4 3.4 1.4 6 4 8.6" />
      </svg>
    </kbd>
  </span>
);
