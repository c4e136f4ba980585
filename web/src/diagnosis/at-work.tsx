import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import type { Progress } from "./use-diagnosis.ts";

/** Of the whole, measured on a chat of a million messages: the file takes this much, the rest the diagnosis. */
const READING = 0.1;

function shareOf({ stage, share }: Progress): number {
  return stage === "reading" ? share * READING : READING + share * (1 - READING);
}

/** What is being done, how far it is, and the way out. */
export function AtWork({
  progress,
  title,
  onCancel,
}: {
  progress: Progress;
  title: string | null;
  onCancel: () => void;
}) {
  const { t } = useTranslation("diagnosis");
  return (
    <div className="mx-auto flex max-w-160 flex-col gap-4 px-6 pt-[14vh] pb-10 max-sm:px-3 max-sm:pt-10">
      <h1 className="text-page font-semibold">{t("work.title")}</h1>
      {title && <bdi className="-mt-3 truncate text-ink2">{title}</bdi>}
      <ProgressLine progress={progress} />
      <div>
        <Button shortcut="Escape" onClick={onCancel}>
          {t("work.cancel")}
        </Button>
      </div>
      <p className="text-line text-ink3">{t("drop.local")}</p>
    </div>
  );
}

export function ProgressLine({ progress }: { progress: Progress }) {
  const { t } = useTranslation("diagnosis");
  const { number } = useFormat();
  const percent = Math.round(shareOf(progress) * 100);
  return (
    <div className="flex flex-col gap-2">
      <div
        role="progressbar"
        aria-label={t("work.progress")}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="relative h-4"
      >
        <span className="absolute inset-x-0 top-[7px] h-[1.5px] bg-line2" />
        <span
          className="absolute top-[6.5px] h-[2.5px] bg-ink start-0"
          style={{ inlineSize: `${percent}%` }}
        />
        <span
          className="absolute top-1 h-2 w-7.5 rounded-full bg-ink transition-[inset-inline-start] duration-200"
          style={{ insetInlineStart: `calc((100% - 1.875rem) * ${percent / 100})` }}
        />
      </div>
      <p className="flex justify-between gap-4">
        <span>{t(`work.stage.${progress.stage}`)}</span>
        <span className="text-ink3" aria-hidden="true">
          {number(percent)} %
        </span>
      </p>
    </div>
  );
}
