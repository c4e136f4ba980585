import { useState } from "react";
import { useTranslation } from "react-i18next";
import { STARTING_SETS, type StartingSet } from "../../../shared/trade.ts";
import { Button } from "../ui/button.tsx";
import { SetDialog } from "./set-dialog.tsx";
import type { DoneAct } from "./use-standing.ts";

/** For a house that has not named its work yet: five trades, one press from a look at what each brings. */
export function StartWith({ onDone }: { onDone: (done: DoneAct) => void }) {
  const { t } = useTranslation("trade");
  const [open, setOpen] = useState<StartingSet | null>(null);
  return (
    <section className="rounded-panel border border-line2 bg-panel px-4 py-3.5 max-sm:px-3">
      <h2 className="text-head font-semibold">{t("sets.title")}</h2>
      <p className="max-w-[68ch] text-ink2">{t("sets.lead")}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {STARTING_SETS.map((key) => (
          <Button key={key} onClick={() => setOpen(key)}>
            {t(`sets.${key}`)}
          </Button>
        ))}
      </div>
      {open && <SetDialog first={open} onDone={onDone} onClose={() => setOpen(null)} />}
    </section>
  );
}
