import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FileSign, MicSign, PersonSign, PictureSign, PinSign } from "./phone-glyphs.tsx";
import type { Asset } from "./shapes.ts";
import { Sheet } from "./sheet.tsx";
import { mediaAddress } from "./simulator.ts";
import { useAssets } from "./use-simulator.ts";

const TILE =
  "flex min-h-18 cursor-pointer flex-col items-center justify-center gap-1.5 rounded-[10px] bg-sunk px-1 py-2 text-center text-label font-medium hover:bg-line has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus";

/** What can be sent besides words: from the disk, from what came with the simulator, a place, a card. */
export function AttachSheet({
  onClose,
  onFiles,
  onAsset,
  onPlace,
  onCard,
}: {
  onClose: () => void;
  onFiles: (files: File[], asDocuments: boolean) => void;
  onAsset: (asset: Asset) => void;
  onPlace: () => void;
  onCard: () => void;
}) {
  const { t } = useTranslation("phones");
  const assets = useAssets().data?.assets ?? [];
  return (
    <Sheet title={t("attach.title")} onClose={onClose}>
      <div className="grid grid-cols-4 gap-2">
        <FileTile
          mark={<PictureSign />}
          text={t("attach.photo")}
          accept="image/*,video/*"
          onFiles={(files) => onFiles(files, false)}
        />
        <FileTile mark={<FileSign />} text={t("attach.file")} onFiles={(files) => onFiles(files, true)} />
        <button type="button" className={TILE} onClick={onPlace}>
          <PinSign />
          {t("attach.place")}
        </button>
        <button type="button" className={TILE} onClick={onCard}>
          <PersonSign />
          {t("attach.card")}
        </button>
      </div>
      {assets.length > 0 && (
        <>
          <h4 className="mt-4 mb-2 text-label font-medium text-ink2">{t("attach.builtIn")}</h4>
          <ul className="grid grid-cols-4 gap-2">
            {assets.map((asset) => (
              <li key={asset.name}>
                <button
                  type="button"
                  onClick={() => onAsset(asset)}
                  aria-label={t("attach.send", { what: asset.label })}
                  title={asset.label}
                  className="flex aspect-square w-full items-center justify-center overflow-hidden rounded-[10px] bg-sunk hover:opacity-80"
                >
                  {asset.kind === "image" && (
                    <img src={mediaAddress(asset.url)} alt="" className="size-full object-cover" />
                  )}
                  {asset.kind === "audio" && <MicSign />}
                  {asset.kind === "document" && <FileSign />}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}

function FileTile({
  mark,
  text,
  accept,
  onFiles,
}: {
  mark: ReactNode;
  text: string;
  accept?: string;
  onFiles: (files: File[]) => void;
}) {
  return (
    <label className={TILE}>
      <input
        type="file"
        multiple
        accept={accept}
        className="sr-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      {mark}
      {text}
    </label>
  );
}
