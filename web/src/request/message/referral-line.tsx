import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { safeHref } from "./safe-href.ts";

type Referral = NonNullable<Message["content"]["referral"]>;

/** By which advertisement or post somebody came to write. Its picture is Meta's and is not fetched. */
export function ReferralLine({ referral }: { referral: Referral }) {
  const { t } = useTranslation("thread");
  const { source, headline, body, welcome, url } = referral;
  const href = url ? safeHref(url) : null;
  const known = source === "ad" || source === "post" ? source : "other";
  return (
    <div className="border-s-2 border-line2 ps-2.5 text-line text-ink2">
      <p>
        {t(`referral.${known}`)}
        {headline && (
          <>
            {": "}
            <bdi className="font-semibold text-ink">{headline}</bdi>
          </>
        )}
      </p>
      {body && (
        <p className="line-clamp-2" dir="auto">
          {body}
        </p>
      )}
      {welcome && (
        <p>
          {t("referral.welcome")} <bdi>“{welcome}”</bdi>
        </p>
      )}
      {href && (
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="underline underline-offset-2 touch:inline-block touch:py-3"
        >
          {t("referral.open")}
        </a>
      )}
    </div>
  );
}
