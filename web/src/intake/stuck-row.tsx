import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { DeadDelivery } from "../../../shared/api/intake.ts";
import { useMe } from "../api/queries.ts";
import { useList } from "../request/use-list.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { useSize } from "./use-size.ts";

/** Time at the start, why in plain words, then what can be done. */
export function StuckRow({
  delivery,
  isOff,
  onReplay,
  onLook,
}: {
  delivery: DeadDelivery;
  isOff: boolean;
  onReplay: () => void;
  onLook: () => void;
}) {
  const { t } = useTranslation("intake");
  const { column, columnRest } = useFormat();
  const me = useMe();
  const now = useNow();
  const list = useList();
  const size = useSize();
  const { id, receivedAt, why, attempts, times, bytes } = delivery;
  return (
    <li className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 gap-y-2 border-b border-line px-4 py-3.5 last:border-b-0 max-sm:grid-cols-1 max-sm:px-3 xl:grid-cols-[4.5rem_minmax(0,1fr)_auto]">
      <time
        dateTime={receivedAt}
        className="flex flex-col text-line leading-5 text-ink2 max-sm:flex-row max-sm:gap-2"
      >
        <span className="font-semibold text-ink">{column(receivedAt, now)}</span>
        <span>{columnRest(receivedAt, now)}</span>
      </time>
      <div className="flex min-w-0 flex-col gap-1">
        <p className="text-title font-semibold">{t(`why.${why.code}`)}</p>
        <p className="text-line text-ink2">{t(`whyMeans.${why.code}`)}</p>
        {why.detail && (
          <p className="text-line text-ink3">
            <bdi dir="ltr" translate="no">
              {why.detail}
            </bdi>
          </p>
        )}
        <p className="text-label text-ink3">
          {list([
            t("stuck.delivery", { id: String(id) }),
            size(bytes),
            t("stuck.tried", { count: attempts }),
            ...(times > 1 ? [t("stuck.sent", { count: times })] : []),
          ])}
        </p>
      </div>
      <div className="col-start-2 flex flex-wrap items-center gap-1 max-sm:col-start-1 xl:col-start-3 xl:self-center">
        <Button
          size="small"
          className="me-1"
          disabled={isOff}
          aria-label={t("stuck.againLabel", { id: String(id) })}
          onClick={onReplay}
        >
          {t("stuck.again")}
        </Button>
        <Link
          to="/settings/intake"
          search={{ trace: `delivery:${id}` }}
          aria-label={t("stuck.traceLabel", { id: String(id) })}
          className={buttonClass("quiet", "small")}
        >
          {t("stuck.trace")}
        </Link>
        {me.role === "admin" && (
          <Button
            kind="quiet"
            size="small"
            aria-label={t("stuck.lookLabel", { id: String(id) })}
            aria-haspopup="dialog"
            onClick={onLook}
          >
            {t("stuck.look")}
          </Button>
        )}
      </div>
    </li>
  );
}
