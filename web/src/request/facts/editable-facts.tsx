import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Strip } from "../../../../shared/api/requests.ts";
import { PRIORITIES } from "../../../../shared/request.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { useReason } from "../use-reason.ts";
import { peopleQuery, useChangeRequest } from "../use-request.ts";
import { Fact } from "./fact.tsx";
import { FACT_CONTROL, FactInput } from "./fact-input.tsx";
import { FactsSection } from "./facts-section.tsx";
import { KindFacts } from "./kind-facts.tsx";

/** People and place, each to be put right where it stands. */
export function EditableFacts({ strip }: { strip: Strip }) {
  const { t } = useTranslation("request");
  const { t: word } = useTranslation();
  const reasonOf = useReason();
  const change = useChangeRequest(strip.id);
  const people = useQuery(peopleQuery).data;
  const { version } = strip;
  return (
    <FactsSection title={t("fact.section")}>
      {change.error && (
        <ErrorPanel className="mb-3" title={t("fact.refused")} onDismiss={change.reset}>
          {reasonOf(change.error)}
        </ErrorPanel>
      )}
      <div className="grid grid-cols-[4.75rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1">
        <Fact name={t("fact.owner")}>
          {(id) => (
            <select
              id={id}
              className={FACT_CONTROL}
              value={strip.owner ? `${strip.owner.kind}:${strip.owner.id}` : ""}
              onChange={(event) => {
                const [kind, ownerId] = event.target.value.split(":");
                if (kind === "account" || kind === "team")
                  change.mutate({ version, owner: { kind, id: Number(ownerId) } });
              }}
            >
              {strip.owner && !people && (
                <option value={`${strip.owner.kind}:${strip.owner.id}`}>{strip.owner.name}</option>
              )}
              {!strip.owner && <option value="">{t("fact.nobody")}</option>}
              {people?.people
                .filter((person) => person.isActive || person.id === strip.owner?.id)
                .map((person) => (
                  <option key={person.id} value={`account:${person.id}`}>
                    {person.name}
                  </option>
                ))}
              {people?.teams.map((team) => (
                <option key={team.id} value={`team:${team.id}`}>
                  {t("fact.team", { name: team.name })}
                </option>
              ))}
            </select>
          )}
        </Fact>
        {strip.worker && (
          <Fact name={t("fact.worker")}>
            {() => (
              <span className="text-body font-medium">
                <bdi>{strip.worker?.name}</bdi>
              </span>
            )}
          </Fact>
        )}
        {strip.client && (
          <Fact name={t("fact.client")}>
            {() => (
              <Link
                to="/requests"
                search={{ contact: strip.client?.id, state: "all" }}
                className="text-body font-medium underline underline-offset-2 touch:inline-flex touch:min-h-11 touch:items-center"
              >
                <bdi>{strip.client?.name}</bdi>
              </Link>
            )}
          </Fact>
        )}
        <Fact name={t("fact.place")}>
          {(id) => (
            <FactInput
              id={id}
              value={strip.place ?? ""}
              onSave={(place) => change.mutate({ version, place: place || null })}
            />
          )}
        </Fact>
        <Fact name={t("fact.title")}>
          {(id) => (
            <FactInput
              id={id}
              value={strip.title}
              onSave={(title) => title && change.mutate({ version, title })}
            />
          )}
        </Fact>
        <KindFacts strip={strip} onChange={(to) => change.mutate({ version, ...to })} />
        <Fact name={t("fact.priority")}>
          {(id) => (
            <select
              id={id}
              className={FACT_CONTROL}
              value={strip.priority}
              onChange={(event) => {
                const priority = PRIORITIES.find((each) => each === event.target.value);
                if (priority) change.mutate({ version, priority });
              }}
            >
              {PRIORITIES.map((priority) => (
                <option key={priority} value={priority}>
                  {word(`priority.${priority}`)}
                </option>
              ))}
            </select>
          )}
        </Fact>
      </div>
    </FactsSection>
  );
}
