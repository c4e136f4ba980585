import { useTranslation } from "react-i18next";
import { useOverview } from "../api/queries.ts";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { StateWord } from "../ui/state-word.tsx";

const SHOWN = ["ready", "assigned", "working", "blocked", "waiting"] as const;

/** Heads first, then still blocks in the strips' shape. */
export function BoardLoading() {
  const open = useOverview()?.open ?? 8;
  const blocks = Math.min(4, Math.ceil(open / SHOWN.length));
  return (
    <Loading className="grid flex-1 auto-cols-fr grid-flow-col gap-2 px-5 pt-7">
      {SHOWN.map((state) => (
        <div key={state} className="flex min-w-0 flex-col gap-1.75">
          <p className="flex h-8 items-center border-b border-line2 text-title">
            <StateWord state={state} />
          </p>
          {Array.from({ length: blocks }, (_, place) => (
            <StripSkeleton key={`${state}-${place}`} />
          ))}
        </div>
      ))}
    </Loading>
  );
}

export function BoardError({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation("board");
  return (
    <div className="max-w-150 p-5">
      <ErrorPanel title={t("error.title")} actions={[{ text: t("error.again"), onPress: onAgain }]}>
        {t("error.text")}
      </ErrorPanel>
    </div>
  );
}
