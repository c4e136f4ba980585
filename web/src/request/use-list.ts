import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** Facts after each other with the comma of the language. */
export function useList(): (parts: readonly string[]) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    // Arabic joins a unit list without commas in some browsers' data.
    if (i18n.language === "ar") return (parts) => parts.join("، ");
    const list = new Intl.ListFormat(i18n.language, { style: "short", type: "unit" });
    return (parts) => list.format(parts);
  }, [i18n.language]);
}
