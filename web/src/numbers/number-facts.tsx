import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/format.ts";
import { useMoment } from "./finding-item.tsx";
import type { ShownNumber } from "./use-numbers.ts";

const DECISIONS = ["approved", "rejected", "pending", "deferred"] as const;

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4 border-b border-line py-1.5 last:border-b-0">
      <dt className="text-line text-ink3">{name}</dt>
      <dd className="min-w-0 text-end text-line font-medium">{children}</dd>
    </div>
  );
}

/** What is known of a number, a line each. */
export function NumberFacts({ number }: { number: ShownNumber }) {
  const { t } = useTranslation(["numbers", "kit"]);
  const format = useFormat();
  const moment = useMoment();
  const unknown = <span className="font-normal text-ink3">{t("card.unknown")}</span>;
  const never = <span className="font-normal text-ink3">{t("card.never")}</span>;
  const decided = (word: string) => {
    const decision = DECISIONS.find((each) => each === word);
    return decision ? t(`decision.${decision}`) : t("decision.other", { word });
  };
  const { messagingLimit: limit, displayName, username, quality } = number;
  return (
    <dl>
      <Fact name={t("card.canSend")}>{t(number.canSend ? "card.yes" : "card.no")}</Fact>
      <Fact name={t("card.lastIn")}>{number.lastInAt ? moment(number.lastInAt) : never}</Fact>
      <Fact name={t("card.lastOut")}>{number.lastOutAt ? moment(number.lastOutAt) : never}</Fact>
      <Fact name={t("card.quality")}>
        {quality ? t(quality === "low" ? "card.qualityLow" : "card.qualityFine") : unknown}
      </Fact>
      <Fact name={t("card.limit")}>
        {limit === null ? unknown : limit === "unlimited" ? t("card.unlimited") : format.number(limit)}
      </Fact>
      <Fact name={t("card.throughput")}>{t("card.perSecond", { n: number.throughput })}</Fact>
      <Fact name={t("card.name")}>
        {displayName ? (
          <>
            {displayName.name && <bdi>{displayName.name}</bdi>}
            {displayName.name && t("kit:comma")}
            {decided(displayName.decision)}
          </>
        ) : (
          unknown
        )}
      </Fact>
      {username && (
        <Fact name={t("card.username")}>
          <bdi>{username.name}</bdi>
          {t("kit:comma")}
          {decided(username.status)}
        </Fact>
      )}
      <Fact name={t("card.coexistence")}>{t(number.isOnPhone ? "card.onPhone" : "card.notOnPhone")}</Fact>
      <Fact name={t("card.stops")}>{format.number(number.marketingStops)}</Fact>
      <Fact name={t("card.phoneNumberId")}>
        <bdi>{number.phoneNumberId}</bdi>
      </Fact>
      <Fact name={t("card.account")}>
        {number.businessAccountId ? <bdi>{number.businessAccountId}</bdi> : never}
      </Fact>
    </dl>
  );
}
