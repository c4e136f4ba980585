import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/class-names.ts";
import { TickGlyph } from "../ui/glyphs.tsx";
import { chosenFiles } from "./dropped-files.ts";
import { HowToExport } from "./how-to-export.tsx";
import { sampleFile } from "./sample-file.ts";
import type { ChosenFile } from "./talk.ts";

/** Before a chat is chosen: where to drop it, how to get it, and that it stays here. */
export function ChoosePart({
  isOver,
  onChosen,
}: {
  isOver: boolean;
  onChosen: (files: readonly ChosenFile[]) => void;
}) {
  const { t } = useTranslation("diagnosis");
  return (
    <div className="mx-auto flex max-w-285 flex-col gap-7 px-6 pt-[5vh] pb-10 max-sm:px-3 max-sm:pt-6">
      <div>
        <h1 className="max-w-150 text-welcome font-semibold text-balance max-sm:text-page">{t("title")}</h1>
        <p className="mt-2 max-w-[64ch] text-ink2">{t("lead")}</p>
      </div>
      <div className="grid gap-x-10 gap-y-7 lg:grid-cols-[1.35fr_1fr]">
        <section
          aria-labelledby="drop-title"
          className={cx(
            "flex flex-col rounded-panel border border-dashed px-7 py-8 transition-colors max-sm:px-4 max-sm:py-6",
            isOver ? "on-strip border-ink shadow-2" : "on-panel border-line2",
          )}
        >
          <h2 id="drop-title" className="text-head font-semibold">
            {t(isOver ? "drop.now" : "drop.title")}
          </h2>
          <p className="mt-2 max-w-[52ch] text-ink2">{t("drop.what")}</p>
          <FileButtons onChosen={onChosen} />
          <p className="mt-auto flex gap-2 pt-8">
            <TickGlyph className="mt-1 text-ink2" />
            <span className="max-w-[52ch]">{t("drop.local")}</span>
          </p>
        </section>
        <HowToExport />
      </div>
      <SampleLine onChosen={onChosen} />
    </div>
  );
}

function FileButtons({ onChosen }: { onChosen: (files: readonly ChosenFile[]) => void }) {
  const { t } = useTranslation("diagnosis");
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  // React has no name for it.
  const asFolder = (input: HTMLInputElement | null) => {
    if (input) input.webkitdirectory = true;
    folder.current = input;
  };
  const input = {
    type: "file",
    className: "hidden",
    tabIndex: -1,
    onChange({ target }: { target: HTMLInputElement }) {
      const files = chosenFiles(target.files ?? []);
      // The same file chosen again is a choice again.
      target.value = "";
      if (files.length > 0) onChosen(files);
    },
  };
  return (
    <div className="mt-6 flex flex-wrap gap-2.5">
      <Button kind="primary" size="large" shortcut="Digit1" onClick={() => file.current?.click()}>
        {t("drop.file")}
      </Button>
      <Button size="large" shortcut="Digit2" onClick={() => folder.current?.click()}>
        {t("drop.folder")}
      </Button>
      <input
        ref={file}
        multiple
        {...input}
        accept=".txt,.zip,text/plain,application/zip"
        aria-label={t("drop.file")}
      />
      <input ref={asFolder} {...input} aria-label={t("drop.folder")} />
    </div>
  );
}

function SampleLine({ onChosen }: { onChosen: (files: readonly ChosenFile[]) => void }) {
  const { t } = useTranslation("diagnosis");
  const [hasFailed, setFailed] = useState(false);
  const show = () => {
    setFailed(false);
    sampleFile().then(
      (file) => onChosen([{ file, path: file.name }]),
      () => setFailed(true),
    );
  };
  return (
    <div>
      <p className="text-ink2">
        {t("drop.sample")}{" "}
        <button
          type="button"
          onClick={show}
          className="min-h-8 text-start font-medium text-ink underline underline-offset-2 touch:min-h-11"
        >
          {t("drop.sampleLink")}
        </button>
      </p>
      {hasFailed && (
        <p role="alert" className="mt-1 font-medium text-late">
          {t("drop.sampleFailed")}
        </p>
      )}
    </div>
  );
}
