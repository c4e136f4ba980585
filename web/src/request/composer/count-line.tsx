import { useTranslation } from "react-i18next";

/** Near the limit only: a number that always moves is noise. */
export function CountLine({ text, limit }: { text: string; limit: number }) {
  const { t } = useTranslation("composer");
  const left = limit - text.length;
  if (left > Math.min(200, limit / 5)) return null;
  return (
    <span role="status" className={left < 0 ? "text-label font-semibold text-late" : "text-label text-ink2"}>
      {left < 0 ? t("over", { count: -left }) : t("left", { count: left })}
    </span>
  );
}
