/** What stands for a message in one line: its words, or what it is. */
import { useTranslation } from "react-i18next";

const WORDLESS = {
  image: "photo",
  video: "film",
  audio: "voice",
  document: "document",
  sticker: "sticker",
  location: "place.title",
  contacts: "card.title",
  unsupported: "unknown",
} as const;
const isWordless = (type: string): type is keyof typeof WORDLESS => type in WORDLESS;

export function useTypeWords(): (message: { type: string; preview: string; isRevoked?: boolean }) => string {
  const { t } = useTranslation("phones");
  return ({ type, preview, isRevoked }) => {
    if (isRevoked) return t("revoked");
    if (!isWordless(type)) return preview;
    const word = t(WORDLESS[type]);
    return preview === "" || preview === type ? word : `${word}: ${preview}`;
  };
}
