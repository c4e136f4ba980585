/** What follows a sign-in by any door: one's own language, then the first page. */
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { Me } from "../../../shared/api/people.ts";
import { meQuery } from "../api/queries.ts";
import { changeLocale } from "../texts/i18n.ts";

export function useEnter(): (me: Me) => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  return async (me) => {
    client.clear();
    client.setQueryData(meQuery.queryKey, me);
    if (me.locale) await changeLocale(me.locale);
    await router.navigate({ to: "/" });
  };
}
