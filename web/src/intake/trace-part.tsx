import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiFailure } from "../api/call.ts";
import { useConnection } from "../live.ts";
import { Button } from "../ui/button.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { TextField } from "../ui/text-field.tsx";
import { TraceFound } from "./trace-found.tsx";
import { useTrace } from "./use-intake.ts";

/** Numbers of ours may stand in an address; WhatsApp's ids hold a phone number and never do. */
const OURS = /^((delivery|message):)?\d{1,15}$/;

/** Paste an id, see every step of what it names. */
export function TracePart({ initial }: { initial: string }) {
  const { t } = useTranslation(["intake", "kit"]);
  const navigate = useNavigate();
  const title = useId();
  const { isOnline } = useConnection();
  const failureWords = useFailureWords();
  const [typed, setTyped] = useState(initial);
  const [asked, setAsked] = useState(initial);
  const trace = useTrace(asked);
  const isUnknown = trace.error instanceof ApiFailure && trace.error.status === 404;
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const id = typed.trim();
    if (id === "") return;
    if (OURS.test(id) && id !== initial)
      return void navigate({ to: "/settings/intake", search: { trace: id } });
    if (id === asked) void trace.refetch();
    setAsked(id);
  };
  return (
    <section className="flex min-w-0 flex-col gap-3" aria-labelledby={title}>
      <div className="flex min-h-9 flex-wrap items-center gap-x-3">
        <h2 id={title} className="text-head font-semibold">
          {t("trace.title")}
        </h2>
        <p className="text-ink2">{t("trace.lead")}</p>
      </div>
      <form onSubmit={ask} className="flex flex-wrap items-start gap-2">
        <TextField
          label={t("trace.field")}
          hint={t("trace.hint")}
          className="min-w-48 flex-1"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={500}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" disabled={!isOnline} className="mt-5">
          {t("trace.button")}
        </Button>
      </form>
      {asked !== "" && trace.isPending && (
        <Loading>
          <StripSkeleton />
        </Loading>
      )}
      {isUnknown && (
        <div role="status" className="border-s-3 border-line2 ps-4">
          <p className="font-semibold">{t("trace.nothing")}</p>
          <p className="text-ink2">{t("trace.nothingText")}</p>
        </div>
      )}
      {trace.isError && !isUnknown && (
        <ErrorPanel
          title={t("error")}
          actions={[{ text: t("kit:tryAgain"), onPress: () => void trace.refetch() }]}
        >
          {failureWords(trace.error)}
        </ErrorPanel>
      )}
      {trace.data && !isUnknown && <TraceFound trace={trace.data} />}
    </section>
  );
}
