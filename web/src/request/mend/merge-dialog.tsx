import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RequestPage, Strip } from "../../../../shared/api/requests.ts";
import type { PromiseOf } from "../../../../shared/merging.ts";
import { isOpen, requestRef } from "../../../../shared/request.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogFoot } from "../../ui/dialog.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { RequestChooser } from "../request-chooser.tsx";
import { useReason } from "../use-reason.ts";
import { likelyToStay, planMerge } from "./merge-plan.ts";
import { MergePreview } from "./merge-preview.tsx";
import { OneOf } from "./one-of.tsx";
import { useMending } from "./use-mending.ts";

type Props = {
  page: RequestPage;
  onMerged: (staysId: number, endedId: number) => void;
  onClose: () => void;
};

/** With which request, then which of the two stays and what it takes over. */
export function MergeDialog({ page, onMerged, onClose }: Props) {
  const { t } = useTranslation("mend");
  const [other, setOther] = useState<Strip | null>(null);
  const { strip } = page;
  if (!other)
    return (
      <RequestChooser
        title={t("merge.with", { ref: requestRef(strip.id) })}
        requests={page.others}
        onChoose={(chosen) => chosen.id !== strip.id && setOther(chosen)}
        onClose={onClose}
      />
    );
  return (
    <Decide one={strip} other={other} onMerged={onMerged} onBack={() => setOther(null)} onClose={onClose} />
  );
}

function Decide({
  one,
  other,
  onMerged,
  onBack,
  onClose,
}: {
  one: Strip;
  other: Strip;
  onMerged: Props["onMerged"];
  onBack: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("mend");
  const { t: page } = useTranslation("request");
  const reasonOf = useReason();
  const [staysId, setStaysId] = useState(likelyToStay(one, other).id);
  const [promise, setPromise] = useState<PromiseOf | null>(null);
  const [stays, ends] = staysId === one.id ? [one, other] : [other, one];
  const mending = useMending(ends.id, () => onMerged(stays.id, ends.id));
  const plan = planMerge(stays, ends, promise);
  const isAsked = planMerge(stays, ends, null).promise === "ask";
  const isReady = plan.why === null && plan.promise !== "ask" && !mending.isPending;
  const over = [stays, ends].find(({ state }) => !isOpen(state));
  return (
    <Dialog
      title={t("merge.title", { one: requestRef(one.id), other: requestRef(other.id) })}
      onClose={onClose}
    >
      {mending.error && (
        <ErrorPanel inDialog title={t("refused")}>
          {reasonOf(mending.error)}
        </ErrorPanel>
      )}
      <OneOf
        label={t("merge.stays")}
        value={String(staysId)}
        onChange={(id) => {
          setStaysId(Number(id));
          setPromise(null);
        }}
        choices={[one, other].map((strip) => ({
          value: String(strip.id),
          text: strip.title,
          more: [requestRef(strip.id), strip.client?.name, strip.worker?.name].filter(Boolean).join(" · "),
        }))}
      />
      {plan.why ? (
        <p role="alert" className="rounded-strip bg-late-soft px-3 py-2 text-body text-ink">
          {plan.why === "worker"
            ? t("merge.worker", { ref: requestRef(ends.id), other: requestRef(stays.id) })
            : t("merge.over", { ref: requestRef(over?.id ?? ends.id), why: page("refusal.request_over") })}
        </p>
      ) : (
        <MergePreview
          stays={stays}
          ends={ends}
          plan={plan}
          isAsked={isAsked}
          promise={promise}
          onPromise={setPromise}
        />
      )}
      <DialogFoot>
        <Button
          kind="primary"
          disabled={!isReady}
          onClick={() => mending.mutate({ kind: "merge", intoId: stays.id, promise })}
        >
          {t("merge.do", { ref: requestRef(stays.id) })}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {t("merge.back")}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
