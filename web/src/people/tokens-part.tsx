import { useState } from "react";
import { useTranslation } from "react-i18next";
import { peopleApi } from "../../../shared/api/people.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { TokenDialog } from "./token-dialog.tsx";
import { usePeopleChange, useTokens } from "./use-people.ts";

/** Tokens by which programs use the API; their text is shown once and never again. */
export function TokensPart() {
  const { t } = useTranslation(["people", "domain"]);
  const { when } = useFormat();
  const now = useNow();
  const tokens = useTokens(true).data?.tokens;
  const revoke = usePeopleChange(peopleApi.revokeToken);
  const [isAdding, setAdding] = useState(false);
  return (
    <section className="flex flex-col items-start gap-1">
      <h2 className="text-label font-medium text-ink3">{t("tokens.title")}</h2>
      <p className="text-line text-ink2">{t("tokens.lead")}</p>
      <ul className="w-full border-t border-line">
        {tokens?.map((token) => (
          <li key={token.id} className="flex items-center gap-3 border-b border-line py-2">
            <div className="min-w-0 flex-1">
              <p className="truncate">
                <bdi>{token.name}</bdi> <span className="text-ink2">{t(`domain:role.${token.role}`)}</span>
              </p>
              <p className="text-label text-ink3">
                {token.lastUsedAt
                  ? t("tokens.used", { time: when(token.lastUsedAt, now) })
                  : t("tokens.unused")}
              </p>
            </div>
            <Button kind="quiet" size="small" onClick={() => revoke.mutate({ params: { id: token.id } })}>
              {t("tokens.revoke")}
            </Button>
          </li>
        ))}
      </ul>
      {tokens?.length === 0 && <p className="text-ink3">{t("tokens.none")}</p>}
      <Button size="small" className="mt-2" onClick={() => setAdding(true)}>
        {t("tokens.add")}
      </Button>
      {isAdding && <TokenDialog onClose={() => setAdding(false)} />}
    </section>
  );
}
