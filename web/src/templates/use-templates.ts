/** Message templates as the server knows them, and what can be done with them. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { templatesApi } from "../../../shared/api/templates.ts";
import type { ChosenSource } from "../../../shared/filling.ts";
import { type Answer, ApiFailure, type Ask, call } from "../api/call.ts";
import { useFailureWords } from "../ui/failure-words.ts";

/** Keys begin with the live topic `templates`. */
export const useTemplates = () =>
  useQuery({
    queryKey: ["templates", "all"],
    queryFn: ({ signal }) => call(templatesApi.templates, { signal }),
  });

export type SuggestAbout = {
  conversationId: number | null;
  requestId: number | null;
  contactId?: number | null;
};

export const useSuggested = (id: number, about: SuggestAbout) =>
  useQuery({
    queryKey: ["template-values", id, about.conversationId, about.requestId, about.contactId ?? null],
    queryFn: ({ signal }) =>
      call(templatesApi.suggestTemplateValues, {
        params: { id },
        body: { ...about, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
        signal,
      }),
    // What was typed must not be overwritten by a second answer.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** So that it fills itself the next time; nobody waits for it. */
export function rememberSources(
  id: number,
  sources: readonly { key: string; source: ChosenSource; value?: string }[],
): void {
  if (sources.length === 0) return;
  call(templatesApi.rememberTemplateSources, { params: { id }, body: { sources: [...sources] } }).catch(
    // The message is what counts; the next choice is remembered instead.
    () => {},
  );
}

type Change = (typeof templatesApi)["createTemplate" | "editTemplate" | "deleteTemplate" | "syncTemplates"];

export function useTemplateChange<E extends Change>(endpoint: E) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask: Ask<E>) => (call as (endpoint: E, ask: Ask<E>) => Promise<Answer<E>>)(endpoint, ask),
    onSuccess: () => client.invalidateQueries({ queryKey: ["templates"] }),
  });
}

/** Refusals of this domain by their code, everything else as anywhere. */
export function useTemplateFailure(): (error: unknown) => string | null {
  const { t, i18n } = useTranslation("templates");
  const others = useFailureWords();
  return (error) => {
    if (error instanceof ApiFailure && i18n.exists(`templates:failure.${error.code}`)) {
      const said = typeof error.detail.said === "string" ? error.detail.said : error.message;
      return t(`failure.${error.code as "template_refused"}`, { said });
    }
    return others(error);
  };
}
