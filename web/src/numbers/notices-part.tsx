import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { Loading } from "../ui/skeleton.tsx";
import { useMoment } from "./finding-item.tsx";
import { useNotices } from "./use-numbers.ts";

/** Everything WhatsApp said about a number, newest first, as it called it. Fetched when somebody wants it. */
export function NoticesPart({ number }: { number?: number }) {
  const { t } = useTranslation("numbers");
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        kind="quiet"
        size="small"
        className="-ms-2.5"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? "notices.hide" : "notices.show")}
      </Button>
      {isOpen && (
        <div id={id} className="w-full">
          <Notices number={number} />
        </div>
      )}
    </div>
  );
}

function Notices({ number }: { number?: number }) {
  const { t } = useTranslation(["numbers", "kit"]);
  const moment = useMoment();
  const failureWords = useFailureWords();
  const list = useNotices(number, true);
  if (list.isLoading) return <Loading className="h-10" />;
  if (list.error)
    return (
      <ErrorPanel
        title={t("notices.error")}
        actions={[{ text: t("kit:tryAgain"), onPress: () => void list.refetch() }]}
      >
        {failureWords(list.error)}
      </ErrorPanel>
    );
  if (list.notices.length === 0) return <p className="text-ink2">{t("notices.none")}</p>;
  return (
    <>
      <ol className="border-t border-line">
        {list.notices.map((notice) => (
          <li key={notice.id} className="border-b border-line py-1.5">
            <details className="group">
              <summary className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 touch:min-h-11 touch:items-center">
                <span className="w-32 text-label text-ink3 max-sm:w-full">{moment(notice.at)}</span>
                <bdi className="text-line font-medium">
                  {notice.field}
                  {notice.event && <span className="text-ink2"> {notice.event}</span>}
                </bdi>
                {!notice.isKnown && (
                  <span className="text-label font-semibold text-hand">{t("notices.unknown")}</span>
                )}
              </summary>
              <p className="mt-1 text-label text-ink3">{t("notices.whole")}</p>
              <pre dir="ltr" className="mt-1 rounded-strip bg-sunk p-2 text-label whitespace-pre-wrap">
                {notice.body}
              </pre>
            </details>
          </li>
        ))}
      </ol>
      {list.hasMore && (
        <Button size="small" className="mt-2" disabled={list.isFetching} onClick={list.fetchMore}>
          {t("notices.more")}
        </Button>
      )}
    </>
  );
}
