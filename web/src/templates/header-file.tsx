import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { UPLOAD_TYPES } from "../../../shared/api/uploads.ts";
import type { MediaHeader } from "../../../shared/template.ts";
import { startUpload } from "../request/composer/upload.ts";
import { fieldClass } from "../ui/text-field.tsx";
import { useTemplateFailure } from "./use-templates.ts";

export type PutUp = { uploadId: number; name: string };
type Going = { percent: number } | { error: unknown };

/** The file that stands above the words of a template. */
export function HeaderFile({
  kind,
  file,
  onFile,
}: {
  kind: MediaHeader;
  file: PutUp | null;
  onFile: (file: PutUp | null) => void;
}) {
  const { t } = useTranslation("templates");
  const failureWords = useTemplateFailure();
  const id = useId();
  const [going, setGoing] = useState<Going | null>(null);
  const take = async (chosen: File) => {
    onFile(null);
    setGoing({ percent: 0 });
    try {
      const upload = startUpload(chosen, kind, (part) => setGoing({ percent: Math.round(part * 100) }));
      onFile({ uploadId: (await upload.done).id, name: chosen.name });
      setGoing(null);
    } catch (error) {
      setGoing({ error });
    }
  };
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-label font-medium text-ink2">
        {t("picker.file")} ({t(`bubble.${kind}`)})
      </label>
      <input
        id={id}
        type="file"
        accept={UPLOAD_TYPES[kind].join(",")}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) void take(chosen);
        }}
        className={fieldClass(going !== null && "error" in going, "min-h-9 py-1.5 touch:min-h-11")}
      />
      <p role="status" className="text-label text-ink2">
        {going && "percent" in going && t("picker.uploading", { percent: going.percent })}
        {going && "error" in going && (
          <span className="font-medium text-late">
            {t("picker.fileFailed")} {failureWords(going.error)}
          </span>
        )}
        {file && <bdi>{file.name}</bdi>}
      </p>
    </div>
  );
}
