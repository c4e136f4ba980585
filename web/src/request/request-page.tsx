import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiFailure } from "../api/call.ts";
import { buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { RequestDesk } from "./request-desk.tsx";
import { useReason } from "./use-reason.ts";
import { requestQuery } from "./use-request.ts";

/** One request: what was said and what happened on one line of time, and the facts beside it. */
export function RequestPage() {
  const { t } = useTranslation("request");
  const reasonOf = useReason();
  const id = Number(useParams({ from: "/shell/requests/$id" }).id);
  const page = useQuery({ ...requestQuery(id), enabled: Number.isSafeInteger(id) && id > 0 });
  if (page.data) return <RequestDesk key={id} page={page.data} />;
  const isGone = !Number.isSafeInteger(id) || (page.error instanceof ApiFailure && page.error.status === 404);
  if (isGone)
    return (
      <div className="px-5 pt-24 md:ps-[12vw]">
        <EmptyState
          title={t("gone.title")}
          action={
            <Link to="/board" className={buttonClass("primary")}>
              {t("gone.toBoard")}
            </Link>
          }
        >
          {t("gone.text")}
        </EmptyState>
      </div>
    );
  if (page.error)
    return (
      <div className="max-w-150 p-5">
        <ErrorPanel
          title={t("error.title")}
          actions={[{ text: t("error.again"), onPress: () => void page.refetch() }]}
        >
          {reasonOf(page.error)}
        </ErrorPanel>
      </div>
    );
  return (
    <Loading className="grid gap-6 p-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="flex flex-col gap-3">
        <StripSkeleton className="max-w-120" />
        <StripSkeleton className="max-w-96" />
        <StripSkeleton className="max-w-120" />
      </div>
      <StripSkeleton className="hidden min-h-64 lg:flex" />
    </Loading>
  );
}
