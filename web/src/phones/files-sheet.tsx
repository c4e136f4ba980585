import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { FileSign } from "./phone-glyphs.tsx";
import { Sheet } from "./sheet.tsx";

/** Looked at once more, with a line of words, before they go. */
export function FilesSheet({
  files,
  onClose,
  onSend,
}: {
  files: readonly File[];
  onClose: () => void;
  onSend: (caption: string) => void;
}) {
  const { t } = useTranslation("phones");
  const [caption, setCaption] = useState("");
  return (
    <Sheet title={t("files.title", { count: files.length })} onClose={onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          onSend(caption.trim());
        }}
      >
        <ul className="flex gap-2 overflow-x-auto">
          {files.map((file) => (
            <li key={`${file.name} ${file.size}`} className="w-24 shrink-0">
              <Preview file={file} />
              <bdi className="block truncate text-label text-ink2">{file.name}</bdi>
            </li>
          ))}
        </ul>
        <TextField
          label={t("files.caption")}
          value={caption}
          maxLength={1024}
          onChange={(event) => setCaption(event.target.value)}
        />
        <Button type="submit" kind="primary" size="large">
          {t("send")}
        </Button>
      </form>
    </Sheet>
  );
}

function Preview({ file }: { file: File }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!file.type.startsWith("image/")) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <span className="flex aspect-square items-center justify-center overflow-hidden rounded-[10px] bg-sunk">
      {address ? <img src={address} alt="" className="size-full object-cover" /> : <FileSign />}
    </span>
  );
}
