import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import type { Said } from "./shapes.ts";
import { useChat } from "./use-chat.ts";
import { useAssets, useSimulatorActs } from "./use-simulator.ts";

const HOUR_MS = 3_600_000;
const ALBUM = 5;

/** Things that happen, on the phone in front, by one press. */
export function HappenPart({ phoneId, numberId }: { phoneId: string; numberId: string }) {
  const { t } = useTranslation("phones");
  const { say, closeWindow } = useChat({ phoneId, numberId });
  const { jump } = useSimulatorActs();
  const photos = useAssets().data?.assets.filter(({ kind }) => kind === "image") ?? [];
  const error = useFailureWords()(say.error ?? closeWindow.error ?? jump.error);
  const album = Array.from({ length: ALBUM }, (_, place) => photos[place % photos.length]).flatMap(
    (asset): Said[] => (asset ? [{ type: "image", asset: asset.name }] : []),
  );
  const acts: [string, () => void][] = [
    [t("chase"), () => say.mutate({ type: "text", text: t("chaseWords") })],
    [t("album"), () => say.mutate(album)],
    [t("voice"), () => say.mutate({ type: "audio", asset: "valve-drips.ogg" })],
    [t("unknown"), () => say.mutate({ type: "unsupported" })],
    [t("closeWindow"), () => closeWindow.mutate()],
    [t("jump", { count: 1 }), () => jump.mutate(HOUR_MS)],
    [t("jump", { count: 23 }), () => jump.mutate(23 * HOUR_MS)],
  ];
  return (
    <section className="flex flex-col gap-2 max-md:order-3">
      <h2 className="text-message font-semibold">{t("happen")}</h2>
      <div className="flex flex-wrap gap-2">
        {acts.map(([text, act]) => (
          <Button key={text} size="small" onClick={act}>
            {text}
          </Button>
        ))}
      </div>
      {error && (
        <p role="alert" className="font-medium text-late">
          {error}
        </p>
      )}
    </section>
  );
}
