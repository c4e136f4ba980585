import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../api/queries.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { Button } from "../ui/button.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { ConnectSteps } from "./connect-steps.tsx";
import { useConnectEnd, useConnection, useConnections } from "./use-connecting.ts";

/** Connecting a number, guided: the page an admin begins with, leaves, and comes back to. */
export function ConnectPage() {
  const { t } = useTranslation(["connecting", "kit"]);
  const me = useMe();
  const { connection: id, number } = useSearch({ from: "/shell/settings/numbers/connect" });
  const list = useConnections();
  const connection = useConnection(id);
  const failureWords = useFailureWords();
  const navigate = useNavigate();
  /** Begun here: the steps stay as they are, with what was typed. */
  const [begunId, setBegunId] = useState<number>();
  usePageTitle(t("title"));
  const error = connection.error ?? list.error;
  const isPending = list.isPending || (id !== undefined && connection.isPending);
  return (
    <div className="mx-auto flex max-w-200 flex-col px-5 pt-[4vh] pb-12 max-sm:px-3">
      <p className="mb-1 text-line text-ink3">{t("eyebrow")}</p>
      <h1 className="text-welcome font-semibold text-balance max-sm:text-page">{t("title")}</h1>
      <p className="mt-2 max-w-[60ch] text-ink2">{t("lead")}</p>
      <div className="mt-7 flex flex-col gap-4">
        {me.role !== "admin" ? (
          <p>{t("onlyAdmins")}</p>
        ) : error ? (
          <ErrorPanel
            title={t("error")}
            actions={[
              { text: t("kit:tryAgain"), onPress: () => void (id ? connection.refetch() : list.refetch()) },
            ]}
          >
            {failureWords(error)}
          </ErrorPanel>
        ) : isPending ? (
          <Loading className="flex flex-col gap-3">
            <StripSkeleton className="h-64" />
            <StripSkeleton className="h-14" />
            <StripSkeleton className="h-14" />
          </Loading>
        ) : (
          <>
            {id === undefined && <Resume connections={list.data?.connections ?? []} />}
            <ConnectSteps
              key={id === begunId ? 0 : (id ?? 0)}
              connection={connection.data}
              graph={{
                graphUrl: list.data?.graphUrl ?? "",
                graphVersion: list.data?.graphVersion ?? "",
              }}
              numberId={number}
              onBegun={(begun) => {
                setBegunId(begun.id);
                void navigate({
                  to: "/settings/numbers/connect",
                  search: { connection: begun.id },
                  replace: true,
                });
              }}
            />
            <p className="mt-2 text-line text-ink3">{t("guide")}</p>
          </>
        )}
      </div>
    </div>
  );
}

type Unfinished = NonNullable<ReturnType<typeof useConnections>["data"]>["connections"];

/** What was begun and left: to go on with, or to give up. */
function Resume({ connections }: { connections: Unfinished }) {
  const { t } = useTranslation("connecting");
  const navigate = useNavigate();
  const { drop } = useConnectEnd();
  if (connections.length === 0) return null;
  return (
    <section aria-label={t("resume")} className="on-panel rounded-panel px-6 py-4 max-sm:px-4">
      <h2 className="text-label font-medium text-ink2">{t("resume")}</h2>
      <ul>
        {connections.map(({ id, name, phone }, index) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
            <Button
              kind={index === 0 ? "primary" : "plain"}
              onClick={() => void navigate({ to: "/settings/numbers/connect", search: { connection: id } })}
            >
              {t("resumeOne", { name: `\u2068${name ?? phone ?? t("resumeNoName")}\u2069` })}
            </Button>
            <Button kind="quiet" disabled={drop.isPending} onClick={() => drop.mutate(id)}>
              {t("drop")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
