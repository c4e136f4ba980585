import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { useFormat } from "../../ui/format.ts";
import { MediaMissing } from "./media-missing.tsx";

const MEGABYTE = 1024 * 1024;

/** A file by its name, its kind and its size; a press takes it down. */
export function DocumentCard({ message }: { message: Message }) {
  const { t } = useTranslation("thread");
  const { media } = message;
  const size = useSize();
  if (!media?.url) return <MediaMissing messages={[message]} />;
  const { fileName } = message.content;
  return (
    <a
      href={media.url}
      download={fileName ?? true}
      className="group/file flex sm:min-w-56 items-center gap-3 rounded-strip"
    >
      <FileGlyph ending={endingOf(fileName)} />
      <span className="min-w-0">
        <bdi className="line-clamp-2 text-message font-medium group-hover/file:underline">
          {fileName ?? t("document.unnamed")}
        </bdi>
        {media.bytes !== null && <span className="block text-line text-ink2">{size(media.bytes)}</span>}
      </span>
    </a>
  );
}

function useSize(): (bytes: number) => string {
  const { t } = useTranslation("thread");
  const { number } = useFormat();
  return (bytes) =>
    bytes < MEGABYTE
      ? t("document.kilobytes", { size: number(Math.max(1, Math.round(bytes / 1024))) })
      : t("document.megabytes", { size: number(Math.round((bytes / MEGABYTE) * 10) / 10) });
}

/** The letters after the last full stop, when they look like a kind of file. */
const endingOf = (name: string | undefined): string => /\.([a-z0-9]{1,4})$/i.exec(name ?? "")?.[1] ?? "";

const FileGlyph = ({ ending }: { ending: string }) => (
  <span className="relative flex h-11 w-9 shrink-0 items-end justify-center pb-1.5">
    <svg
      viewBox="0 0 36 44"
      className="absolute inset-0 size-full fill-none stroke-line2"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <path d="M3 1.5h20L33.5 12v30.5H3Z M23 1.5V12h10.5" strokeLinejoin="round" />
    </svg>
    <span className="relative text-[0.625rem] font-semibold text-ink2 uppercase" aria-hidden="true">
      {ending}
    </span>
  </span>
);
