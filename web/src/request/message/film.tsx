import { useState } from "react";
import { useTranslation } from "react-i18next";

/** Only its first moments are loaded until somebody plays it; what the browser cannot play is offered to be saved. */
export function Film({ url, name }: { url: string; name: string }) {
  const { t } = useTranslation("media");
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken)
    return (
      <p className="flex size-full flex-col justify-center gap-1 overflow-hidden rounded-strip bg-sunk p-3 text-line text-ink2">
        {t("film.cannotPlay")}
        <a href={url} download className="font-medium text-ink underline">
          {t("film.download")}
        </a>
      </p>
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: a client's film has none
    <video
      src={url}
      controls
      preload="metadata"
      aria-label={name}
      onError={() => setIsBroken(true)}
      className="size-full rounded-strip bg-sunk object-cover"
    />
  );
}
