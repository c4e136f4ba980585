import { useTranslation } from "react-i18next";
import { useTypeWords } from "./type-words.ts";

type Quote = { id: string; preview: string; from: "phone" | "business"; type: string };

/** The message one answers to, in short. In a bubble it leads there. */
export function QuotePart({
  quote,
  business,
  onPress,
}: {
  quote: Quote;
  business: string;
  onPress?: (id: string) => void;
}) {
  const { t } = useTranslation("phones");
  const preview = useTypeWords();
  const inside = (
    <>
      <bdi className="block truncate text-label font-semibold">
        {quote.from === "phone" ? t("you") : business}
      </bdi>
      <span className="block truncate text-label text-ink2" dir="auto">
        {preview(quote)}
      </span>
    </>
  );
  const look = "block w-full min-w-0 rounded-[4px] border-s-3 border-line2 bg-canvas/70 px-2 py-1 text-start";
  if (!onPress) return <div className={look}>{inside}</div>;
  return (
    <button type="button" onClick={() => onPress(quote.id)} className={look}>
      {inside}
    </button>
  );
}
