import { useNavigate, useSearch } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { STATES } from "../../../shared/request.ts";
import { FiledFilter } from "../trade/filed-filter.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { Select } from "../ui/select.tsx";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { TextField } from "../ui/text-field.tsx";
import { StripRow } from "./strip-row.tsx";
import { useReason } from "./use-reason.ts";
import { type RequestsFilter, useRequests } from "./use-requests.ts";

const FILTERS = ["open", "all", ...STATES] as const;

/** Requests of all times by their words and their state, the newest first. */
export function RequestsPage() {
  const { t } = useTranslation("request");
  const { t: word } = useTranslation();
  const reasonOf = useReason();
  const navigate = useNavigate();
  const search = useSearch({ from: "/shell/requests" });
  // Words stay on the page: they may be a client's, and addresses reach logs and histories.
  const [words, setWords] = useState("");
  const q = useDeferredValue(words.trim());
  const state = search.state ?? "open";
  const filter: RequestsFilter = {
    q: q || undefined,
    state,
    contactId: search.contact,
    categoryId: search.category,
    areaId: search.area,
    teamId: search.team,
  };
  const list = useRequests(filter);
  return (
    <div className="mx-auto max-w-240 px-3 pt-4 pb-10 md:px-5">
      <h1 className="text-page font-semibold">{t("list.title")}</h1>
      <search className="mt-3 mb-4 grid gap-3 sm:grid-cols-[minmax(0,1fr)_14rem]">
        <TextField
          label={t("list.find")}
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Select
          label={t("list.state")}
          value={state}
          onChange={(next) =>
            void navigate({
              to: "/requests",
              search: { ...search, state: next },
              replace: true,
            })
          }
          choices={FILTERS.map((each) => ({
            value: each,
            text: each === "open" || each === "all" ? t(`list.${each}`) : word(`state.${each}`),
          }))}
        />
        <div className="grid gap-3 empty:hidden sm:col-span-2 sm:grid-cols-3">
          <FiledFilter
            chosen={{ category: search.category, area: search.area, team: search.team }}
            hasTeams
            onChange={(filed) =>
              void navigate({ to: "/requests", search: { ...search, ...filed }, replace: true })
            }
          />
        </div>
      </search>
      {search.contact !== undefined && (
        <p className="mb-3 flex flex-wrap items-center gap-3 text-body text-ink2">
          {t("list.ofOne", { name: list.strips[0]?.client?.name ?? "" })}
          <Button
            size="small"
            onClick={() => void navigate({ to: "/requests", search: { state: search.state }, replace: true })}
          >
            {t("list.ofAll")}
          </Button>
        </p>
      )}
      {list.error ? (
        <ErrorPanel
          title={t("list.error")}
          actions={[{ text: t("error.again"), onPress: () => void list.refetch() }]}
        >
          {reasonOf(list.error)}
        </ErrorPanel>
      ) : list.isLoading ? (
        <Loading className="flex flex-col gap-1.75">
          <StripSkeleton />
          <StripSkeleton />
          <StripSkeleton />
        </Loading>
      ) : list.strips.length === 0 ? (
        <div className="pt-12">
          <EmptyState title={t(q ? "list.noneFound" : "list.none")}>
            {t(q ? "list.noneFoundText" : "list.noneText")}
          </EmptyState>
        </div>
      ) : (
        <ul className="flex flex-col gap-1.75" aria-busy={list.isFetching}>
          {list.strips.map((strip) => (
            <li key={strip.id} className="[contain-intrinsic-size:auto_74px] [content-visibility:auto]">
              <StripRow strip={strip} hasClient />
            </li>
          ))}
        </ul>
      )}
      {list.hasMore && (
        <Button className="mt-3 w-full" disabled={list.isFetching} onClick={list.fetchMore}>
          {t("list.more")}
        </Button>
      )}
    </div>
  );
}
