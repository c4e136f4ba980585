/** What the find field offers for the words typed so far. */
import type { NavigateOptions } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { Strip } from "../../../shared/api/requests.ts";
import type { systemApi } from "../../../shared/api/system.ts";
import { hasRole, requestRef } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { PAGES } from "./pages.tsx";

export type Finding = {
  key: string;
  group: "go" | "requests" | "contacts";
  text: string;
  detail?: string;
  strip?: Strip;
  target: NavigateOptions;
};

type Found = z.output<typeof systemApi.search.output>;

export function useFindings(words: string, found: Found | undefined): Finding[] {
  const { t } = useTranslation("shell");
  const pages: Finding[] = [
    ...PAGES.map((page) => ({ key: page.name, text: t(`nav.${page.name}`), target: { to: page.to } })),
    { key: "people", text: t("nav.people"), target: { to: "/settings/people" as const } },
    ...(hasRole(useMe().role, "manager")
      ? [{ key: "numbers", text: t("nav.numbers"), target: { to: "/settings/numbers" as const } }]
      : []),
    { key: "first-run", text: t("nav.firstRun"), target: { to: "/first-run" as const } },
  ].map((page) => ({ ...page, group: "go" as const }));
  if (!words) return pages;
  const small = words.toLocaleLowerCase();
  return [
    ...(found?.strips ?? []).slice(0, 6).map((strip) => ({
      key: `request-${strip.id}`,
      group: "requests" as const,
      text: strip.title,
      detail: requestRef(strip.id),
      strip,
      target: { to: "/requests/$id" as const, params: { id: String(strip.id) } },
    })),
    ...(found?.contacts ?? []).slice(0, 4).map((contact) => ({
      key: `contact-${contact.id}`,
      group: "contacts" as const,
      text: contact.name,
      detail: contact.phone ?? undefined,
      target: { to: "/requests" as const, search: { contact: contact.id, state: "all" as const } },
    })),
    ...pages.filter((page) => page.text.toLocaleLowerCase().includes(small)),
  ];
}
