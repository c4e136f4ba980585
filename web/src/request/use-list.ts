import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** Facts after each other with the comma of the language; `Intl.ListFormat` would put an "and" before the last. */
export function useList(): (parts: readonly string[]) => string {
  const { i18n } = useTranslation();
  const comma = i18n.language === "ar" ? "، " : ", ";
  return useCallback((parts) => parts.join(comma), [comma]);
}
