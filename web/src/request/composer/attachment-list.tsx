import { useTranslation } from "react-i18next";
import { LIMITS } from "../../../../shared/outgoing.ts";
import { useFormat } from "../../ui/format.ts";
import { AlertGlyph, CrossGlyph } from "../../ui/glyphs.tsx";
import { MEGABYTE, takesCaption } from "./attachment-rules.ts";
import {
  type Attachment,
  detach,
  forgetRefusals,
  type Refusal,
  retryUpload,
  setCaption,
  useAttachments,
} from "./attachments.ts";
import { FilmSign, PageSign, SoundSign } from "./glyphs.tsx";

/** What is going to be sent, as a list in its order: what it is, how far its upload is, words of its own. */
export function AttachmentList({ conversationId }: { conversationId: number }) {
  const { t } = useTranslation("composer");
  const { files, refusals } = useAttachments(conversationId);
  if (files.length === 0 && refusals.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {refusals.length > 0 && <Refusals conversationId={conversationId} refusals={refusals} />}
      {files.length > 0 && (
        <ul
          aria-label={t("file.list")}
          className="flex max-h-60 flex-col divide-y divide-[light-dark(#d3dae2,#2a3540)] overflow-y-auto"
        >
          {files.map((file, place) => (
            <OneFile key={file.key} conversationId={conversationId} file={file} isFirst={place === 0} />
          ))}
        </ul>
      )}
      {files.length > 1 && <p className="text-label text-ink3">{t("file.order")}</p>}
    </div>
  );
}

function OneFile({
  conversationId,
  file,
  isFirst,
}: {
  conversationId: number;
  file: Attachment;
  isFirst: boolean;
}) {
  const { t } = useTranslation("composer");
  const { key, name, upload, remark } = file;
  return (
    <li className="flex items-center gap-3 py-2 first:pt-0">
      <Preview file={file} />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2 text-line">
          <bdi className="truncate font-semibold text-ink">{name}</bdi>
          <UploadLine conversationId={conversationId} file={file} />
        </p>
        {remark && <p className="text-label text-ink2">{t(`file.${remark}`, { type: file.originalType })}</p>}
        {!isFirst && takesCaption(file.kind) && (
          <input
            dir="auto"
            value={file.caption}
            maxLength={LIMITS.caption}
            placeholder={t("file.caption")}
            aria-label={t("file.captionOf", { name })}
            onChange={(event) => setCaption(conversationId, key, event.target.value)}
            className="mt-0.5 h-7 w-full border-b border-transparent bg-transparent text-body outline-none placeholder:text-ink3 hover:border-line2 focus:border-focus touch:h-11 touch:text-[1rem]"
          />
        )}
        {upload.state === "uploading" && (
          <progress
            aria-label={t("file.progress", { name })}
            value={upload.fraction}
            className="mt-1 block h-0.75 w-full appearance-none bg-line [&::-moz-progress-bar]:bg-ink2 [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-ink2"
          />
        )}
      </div>
      <button
        type="button"
        onClick={() => detach(conversationId, key)}
        aria-label={t("file.remove", { name })}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-control text-ink3 hover:bg-sunk hover:text-ink touch:size-11"
      >
        <CrossGlyph />
      </button>
    </li>
  );
}

const SIGNS = { image: PageSign, video: FilmSign, audio: SoundSign, document: PageSign } as const;

function Preview({ file }: { file: Attachment }) {
  const Sign = SIGNS[file.kind];
  if (file.previewUrl && file.kind === "image")
    return <img src={file.previewUrl} alt="" className="size-12 shrink-0 rounded-strip object-cover" />;
  if (file.previewUrl && file.kind === "video")
    return (
      <video
        src={`${file.previewUrl}#t=0.1`}
        muted
        playsInline
        preload="metadata"
        tabIndex={-1}
        aria-hidden="true"
        className="size-12 shrink-0 rounded-strip bg-sunk object-cover"
      />
    );
  return (
    <span className="flex size-12 shrink-0 items-center justify-center rounded-strip bg-sunk text-ink2">
      <Sign />
    </span>
  );
}

function UploadLine({ conversationId, file }: { conversationId: number; file: Attachment }) {
  const { t } = useTranslation("composer");
  const { number } = useFormat();
  const { upload } = file;
  switch (upload.state) {
    case "preparing":
      return <span className="shrink-0 text-label text-ink2">{t("file.preparing")}</span>;
    case "uploading":
      return (
        <span className="shrink-0 text-label text-ink2">
          {t("file.uploading", { percent: number(Math.floor(upload.fraction * 100)) })}
        </span>
      );
    case "ready":
      return <Size bytes={file.file.size} />;
    case "failed":
      return (
        <span className="flex shrink-0 items-center gap-1.5 text-label font-semibold text-late">
          <AlertGlyph />
          {t("file.failed")}
          <button
            type="button"
            onClick={() => retryUpload(conversationId, file)}
            className="underline underline-offset-2 touch:min-h-11"
          >
            {t("file.again")}
          </button>
        </span>
      );
    default:
      return upload satisfies never;
  }
}

function Size({ bytes }: { bytes: number }) {
  const { t } = useTranslation("composer");
  const { number } = useFormat();
  return (
    <span className="shrink-0 text-label text-ink2">
      {bytes < MEGABYTE
        ? t("file.sizeSmall", { size: number(Math.max(1, Math.round(bytes / 1024))) })
        : t("file.size", { size: number(Math.round((bytes / MEGABYTE) * 10) / 10) })}
    </span>
  );
}

function Refusals({ conversationId, refusals }: { conversationId: number; refusals: readonly Refusal[] }) {
  const { t } = useTranslation(["composer", "kit"]);
  return (
    <div role="alert" className="flex items-start gap-2 border-s-3 border-late ps-2.5 text-line">
      <ul className="min-w-0 flex-1">
        {refusals.map(({ name, why }) => (
          <li key={`${name} ${why}`}>{t(`file.${why}`, { name: `\u2068${name}\u2069` })}</li>
        ))}
      </ul>
      <button
        type="button"
        onClick={() => forgetRefusals(conversationId)}
        aria-label={t("kit:close")}
        className="inline-flex size-6 items-center justify-center text-ink3 hover:text-ink touch:size-11"
      >
        <CrossGlyph />
      </button>
    </div>
  );
}
