import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { systemApi } from "../../../shared/api/system.ts";
import { call } from "../api/call.ts";
import { useMe } from "../api/queries.ts";
import { Strip } from "../ui/strip.tsx";

/** The newest requests of the person in front, as Baton sees them. */
export function MadeOfIt({ name }: { name: string | undefined }) {
  const { t } = useTranslation("phones");
  const me = useMe();
  const found = useQuery({
    queryKey: ["requests", "of-phone", name],
    queryFn: ({ signal }) => call(systemApi.search, { body: { q: name ?? "" }, signal }),
    enabled: name !== undefined,
  });
  const strips = found.data?.strips.filter((strip) => strip.client?.name === name).slice(0, 3) ?? [];
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-message font-semibold">{t("made")}</h2>
      {strips.length === 0 && <p className="text-ink3">{t("madeNothing")}</p>}
      {strips.map((strip) => (
        <Link key={strip.id} to="/requests/$id" params={{ id: String(strip.id) }} className="rounded-strip">
          <Strip strip={strip} me={me} />
        </Link>
      ))}
    </section>
  );
}
