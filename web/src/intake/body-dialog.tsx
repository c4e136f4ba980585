import { useTranslation } from "react-i18next";
import type { DeadDelivery } from "../../../shared/api/intake.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { AlertGlyph } from "../ui/glyphs.tsx";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { useBody } from "./use-intake.ts";

/** More is slow to lay out and read by nobody; the download has all of it. */
const MOST_SHOWN = 100_000;

/** Signs that would turn the text around or that nobody can see are spelled out: the text is looked at, not obeyed. */
const UNSEEN = /[^\P{C}\n\t]|[\u2028\u2029]/gu;
const spelledOut = (text: string): string =>
  text.replace(UNSEEN, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The bytes as they came, as text and nothing else. Warns before it shows them, since they hold what people wrote. */
export function BodyDialog({
  delivery: { id },
  onClose,
}: {
  delivery: Pick<DeadDelivery, "id">;
  onClose: () => void;
}) {
  const { t } = useTranslation(["intake", "kit"]);
  const body = useBody();
  const failureWords = useFailureWords();
  const bytes = body.data && bytesOf(body.data.base64);
  return (
    <Dialog
      title={t("body.title", { id: String(id) })}
      onClose={onClose}
      className={bytes && "w-[min(48rem,calc(100vw-1.5rem))]"}
    >
      {!bytes && (
        <p className="flex items-start gap-2 text-ink2">
          <AlertGlyph className="mt-1 size-3.5!" />
          {t("body.warning")}
        </p>
      )}
      {body.isPending && (
        <Loading>
          <StripSkeleton />
        </Loading>
      )}
      {body.isError && (
        <p role="alert" className="font-medium text-late">
          {failureWords(body.error)}
        </p>
      )}
      {bytes && <BodyText text={new TextDecoder().decode(bytes)} />}
      <DialogFoot>
        {bytes ? (
          <Button kind="primary" onClick={() => download(`delivery-${id}.txt`, bytes)}>
            {t("body.download")}
          </Button>
        ) : (
          <Button kind="primary" disabled={body.isPending} onClick={() => body.mutate(id)}>
            {t("body.show")}
          </Button>
        )}
        <Button kind="quiet" onClick={onClose}>
          {t("kit:close")}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

function BodyText({ text }: { text: string }) {
  const { t } = useTranslation("intake");
  const isCut = text.length > MOST_SHOWN;
  return (
    <>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys as well
        tabIndex={0}
        aria-label={t("body.label")}
        className="max-h-[55vh] overflow-auto rounded-control bg-sunk"
      >
        <pre dir="ltr" translate="no" className="p-3 font-sans text-line break-all whitespace-pre-wrap">
          {spelledOut(text.slice(0, MOST_SHOWN))}
        </pre>
      </section>
      {isCut && <p className="text-label text-ink3">{t("body.cut", { count: MOST_SHOWN })}</p>}
    </>
  );
}
