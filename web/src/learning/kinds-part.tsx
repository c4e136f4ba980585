import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/format.ts";
import { usePercent } from "./kind-words.ts";
import { type LearningKind, type LearningSpan, missingOf } from "./use-learning.ts";

const HEAD =
  "border-b border-line2 px-3 py-1.5 text-end align-bottom [overflow-wrap:normal] text-label font-medium text-ink3 max-sm:px-1.5";
const CELL = "border-b border-line px-3 py-2.5 text-end align-baseline max-sm:px-1.5";

const LATELY = 200;
const DAYS = 30;

/** Each kind of suggestion: how often it was sure enough to propose, and how often that was taken. */
export function KindsPart({ kinds }: { kinds: readonly LearningKind[] }) {
  const { t } = useTranslation("learning");
  const { number } = useFormat();
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-head font-semibold">{t("kinds.title")}</h2>
      <table className="w-full border-collapse">
        <thead>
          <tr>
            <th scope="col" className={`${HEAD} ps-0 text-start`}>
              {t("kinds.suggestion")}
            </th>
            <th scope="col" className={`${HEAD} max-sm:hidden`}>
              {t("kinds.lately", { n: number(LATELY) })}
            </th>
            <th scope="col" className={HEAD}>
              {t("kinds.month", { n: number(DAYS) })}
            </th>
            <th scope="col" className={`${HEAD} pe-0`}>
              {t("kinds.proposed", { n: number(DAYS) })}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, lately, month }) => (
            <tr key={kind}>
              <th
                scope="row"
                className="border-b border-line py-2.5 pe-2 text-start align-baseline font-medium [overflow-wrap:normal]"
              >
                {t(`kind.${kind}`)}
              </th>
              <td className={`${CELL} max-sm:hidden`}>
                <Right span={lately} />
              </td>
              <td className={CELL}>
                <Right span={month} />
              </td>
              <td className={`${CELL} pe-0`}>
                <Proposed span={month} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="max-w-[68ch] text-label text-ink3">{t("kinds.means")}</p>
    </section>
  );
}

/** A share with what it is of; too few say so, and never a share. */
function Right({ span: { right, proposed } }: { span: LearningSpan }) {
  const { t } = useTranslation("learning");
  const { number } = useFormat();
  const percent = usePercent();
  const missing = missingOf(proposed);
  if (missing > 0) return <Missing count={missing} />;
  return (
    <>
      <span className="block font-semibold">{percent(right / proposed)}</span>
      <span className="block text-label text-ink3">
        {t("kinds.of", { right: number(right), of: number(proposed) })}
      </span>
    </>
  );
}

function Proposed({ span: { proposed, decisions } }: { span: LearningSpan }) {
  const { t } = useTranslation("learning");
  const { number } = useFormat();
  const percent = usePercent();
  const missing = missingOf(decisions);
  if (missing > 0) return <Missing count={missing} />;
  return (
    <>
      <span className="block font-semibold">{percent(proposed / decisions)}</span>
      <span className="block text-label text-ink3">
        {t("kinds.of", { right: number(proposed), of: number(decisions) })}
      </span>
    </>
  );
}

function Missing({ count }: { count: number }) {
  const { t } = useTranslation("learning");
  const { number } = useFormat();
  return (
    <span className="inline-block rounded-strip border border-dashed border-line2 px-1.5 py-0.5 text-start text-label text-ink2">
      {t("kinds.missing", { count, n: number(count) })}
    </span>
  );
}
