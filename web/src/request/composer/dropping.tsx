import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");

/** Files may be dropped anywhere on the composer. */
export function Dropping({
  isOff,
  onFiles,
  children,
}: {
  isOff: boolean;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation("composer");
  const [isOver, setIsOver] = useState(false);
  /** Every child entered and left tells: only the outermost leaving ends it. */
  const depth = useRef(0);
  const over = (by: number) => {
    depth.current = Math.max(0, depth.current + by);
    setIsOver(depth.current > 0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the shortcut of the button beside the words
    <div
      className="relative"
      onDragEnter={(event) => hasFiles(event) && !isOff && over(1)}
      onDragLeave={(event) => hasFiles(event) && !isOff && over(-1)}
      onDragOver={(event) => {
        if (hasFiles(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        // Without this the browser would leave the page for the file.
        event.preventDefault();
        depth.current = 0;
        setIsOver(false);
        if (!isOff) onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {isOver && (
        <p className="on-strip pointer-events-none absolute inset-1 z-20 flex items-center justify-center rounded-strip border-2 border-dashed border-focus text-title font-semibold">
          {t("file.drop")}
        </p>
      )}
    </div>
  );
}
