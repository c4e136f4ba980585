import { useTranslation } from "react-i18next";
import { TOOL } from "./add-menu.tsx";
import { MicSign } from "./glyphs.tsx";

export function VoiceButton({ isOff, onPress }: { isOff: boolean; onPress: () => void }) {
  const { t } = useTranslation("composer");
  return (
    <button
      type="button"
      aria-label={t("voice.record")}
      title={t("voice.record")}
      disabled={isOff}
      onClick={onPress}
      className={TOOL}
    >
      <MicSign />
    </button>
  );
}
