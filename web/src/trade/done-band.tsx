import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import type { Standing } from "./use-standing.ts";
import { useRefusal } from "./use-trade.ts";

/** What was just done, and the way back; or why it was refused. */
export function DoneBand({ standing: { done, error, undo } }: { standing: Standing }) {
  const { t } = useTranslation("trade");
  const refusal = useRefusal();
  if (!done && !error) return null;
  return (
    <p
      role={error ? "alert" : undefined}
      className="on-strip flex flex-wrap items-center gap-x-4 gap-y-1 rounded-strip px-4 py-2 shadow-1"
    >
      <span className={error ? "font-medium text-late" : "font-medium"}>
        {error ? refusal(error) : <bdi>{done?.words}</bdi>}
      </span>
      {done?.undo && !error && (
        <Button size="small" onClick={() => void undo()}>
          {t("page.undo")}
        </Button>
      )}
    </p>
  );
}
