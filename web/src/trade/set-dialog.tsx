import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { tradeApi } from "../../../shared/api/trade.ts";
import { STARTING_SETS, type StartingSet } from "../../../shared/trade.ts";
import { LOCALES } from "../texts/i18n.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FormFoot } from "../ui/form-foot.tsx";
import { Select } from "../ui/select.tsx";
import { StripSkeleton } from "../ui/skeleton.tsx";
import { UntilRead } from "../ui/until-read.tsx";
import { FormError } from "./form-error.tsx";
import type { DoneAct } from "./use-standing.ts";
import { useRefusal, useStartingSets, useTradeChange } from "./use-trade.ts";

type SetCategory = z.output<typeof tradeApi.startingSets.output>["sets"][number]["categories"][number];

/** What a set would bring, seen before it comes. */
export function SetDialog({
  first,
  onDone,
  onClose,
}: {
  first: StartingSet | null;
  onDone: (done: DoneAct) => void;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation("trade");
  const language = LOCALES.find((locale) => locale === i18n.language) ?? "en";
  const sets = useStartingSets(language);
  const refusal = useRefusal();
  const add = useTradeChange(tradeApi.addStartingSet);
  const remove = useTradeChange(tradeApi.removeStartingSet);
  const [key, setKey] = useState<StartingSet>(first ?? STARTING_SETS[0]);
  const shown = sets.data?.sets.find((set) => set.key === key)?.categories ?? [];
  const missing = shown.filter(({ isHere }) => !isHere).length;
  const bring = async () => {
    // Awaited rather than called back: what opened this may be gone once the categories are there.
    const { added } = await add.mutateAsync({ params: { key }, body: { language } });
    onDone({
      words: t("done.setAdded", { count: added }),
      undo: () => remove.mutateAsync({ params: { key } }),
    });
    onClose();
  };
  return (
    <Dialog title={t("sets.dialogTitle")} onClose={onClose} className="w-[min(36rem,calc(100vw-1.5rem))]">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (missing > 0 && !add.isPending)
            bring().catch(() => {
              // Said below, by the change itself.
            });
        }}
      >
        <Select
          label={t("sets.which")}
          value={key}
          onChange={setKey}
          choices={STARTING_SETS.map((each) => ({ value: each, text: t(`sets.${each}`) }))}
        />
        <UntilRead query={sets} error={t("sets.error")} reason={refusal(sets.error)}>
          <StripSkeleton className="h-48" />
        </UntilRead>
        <ul className="border-t border-line">
          {shown.map((category) => (
            <Preview key={category.name} category={category} />
          ))}
        </ul>
        <FormError error={add.error} />
        <FormFoot
          action={missing > 0 ? t("sets.add", { count: missing }) : t("sets.allHere")}
          isOff={missing === 0 || add.isPending}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}

function Preview({ category }: { category: SetCategory }) {
  const { t } = useTranslation("trade");
  const { name, label, evidence, needsWork, isHere } = category;
  const asks = needsWork ? evidence.map((each) => t(`evidence.${each}`)) : [t("category.noWork")];
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-1.5">
      <bdi className={isHere ? "text-ink3" : "font-medium"}>{name}</bdi>
      <span className="flex-1 text-line text-ink3">{t(`label.${label}`)}</span>
      <span className="text-line text-ink2">{isHere ? t("sets.here") : asks.join(", ")}</span>
    </li>
  );
}
