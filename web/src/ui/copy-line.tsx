import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { announce } from "./status-region.tsx";

/** Something to give away: shown whole, always left to right, copied by one press. */
export function CopyLine({ text }: { text: string }) {
  const { t } = useTranslation("kit");
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    announce(t("copied"));
  };
  return (
    <div className="flex items-center gap-2">
      <code
        dir="ltr"
        className="min-w-0 flex-1 rounded-control bg-sunk px-3 py-2 font-sans text-line break-all"
      >
        {text}
      </code>
      <Button onClick={() => void copy()}>{t(isCopied ? "copied" : "copy")}</Button>
    </div>
  );
}
