import { useTranslation } from "react-i18next";
import type { RequestPage } from "../../../../shared/api/requests.ts";
import { useMe } from "../../api/queries.ts";
import { cx } from "../../ui/class-names.ts";
import { useFormat } from "../../ui/format.ts";
import { isInHands } from "../../ui/holder.ts";
import { useNow } from "../../ui/now.ts";
import { holdings } from "../hands.ts";

const MINUTE = 60_000;
const PARTIES = ["us", "worker", "third_party", "you", "client"] as const;
type Party = (typeof PARTIES)[number];

const GROUNDS: Record<Party, string> = {
  us: "bg-ink",
  worker: "bg-line2",
  third_party: "bg-ink3",
  you: "bg-hand-fill",
  client: "bg-out",
};

/** Of the time in our hands, what is in yours right now. */
function sharesOf(page: RequestPage, isYours: boolean, now: number): Record<Party, number> {
  const last = holdings(page.events, now).at(-1);
  const you = isYours && last?.hands === "us" ? Math.min(now - last.from, page.hands.us) : 0;
  return { ...page.hands, us: page.hands.us - you, you };
}

/** How long it was in whose hands so far, as one bar and its words. */
export function HandsBar({ page }: { page: RequestPage }) {
  const { t } = useTranslation("request");
  const { t: word } = useTranslation();
  const { duration, number } = useFormat();
  const me = useMe();
  const now = useNow();
  const shares = sharesOf(page, isInHands(page.strip, me), now);
  const isWorthSaying = (party: Party) => shares[party] >= MINUTE || (party === "you" && shares.you > 0);
  const total = PARTIES.reduce((sum, party) => sum + shares[party], 0);
  if (total <= 0) return null;
  return (
    <section>
      <h3 className="mb-2 text-label font-medium text-ink2">{t("hands.soFar", { time: duration(total) })}</h3>
      <div className="flex h-2.5 gap-0.5" aria-hidden="true">
        {PARTIES.filter(isWorthSaying).map((party) => (
          <span
            key={party}
            className={cx("min-w-0.5", GROUNDS[party])}
            style={{ flexGrow: shares[party] / total, flexBasis: 0 }}
          />
        ))}
      </div>
      <p className="mt-1.5 flex flex-wrap gap-x-4 text-label text-ink2">
        {PARTIES.filter((party) => isWorthSaying(party) || party === "client").map((party) => (
          <span key={party} className={cx(party === "you" && "text-hand", party === "client" && "text-out")}>
            {word(`hand.${party}`)}{" "}
            <strong className="font-semibold">
              {isWorthSaying(party) ? duration(shares[party]) : number(0)}
            </strong>
          </span>
        ))}
      </p>
    </section>
  );
}
