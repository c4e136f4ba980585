import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TradeTeam } from "../../../shared/api/trade.ts";
import { peopleQuery } from "../request/use-request.ts";
import { Button } from "../ui/button.tsx";
import { AwayPart } from "./away-part.tsx";
import { HandOnDialog } from "./hand-on-dialog.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { TeamDialog } from "./team-dialog.tsx";
import { TeamRow } from "./team-row.tsx";
import type { Standing } from "./use-standing.ts";

type Open =
  | { kind: "write"; team: TradeTeam | null }
  | { kind: "merge"; team: TradeTeam }
  | { kind: "handOn"; team: TradeTeam }
  | null;

export function TeamsTab({
  teams,
  standing,
  mayChange,
}: {
  teams: readonly TradeTeam[];
  standing: Standing;
  mayChange: boolean;
}) {
  const { t } = useTranslation("trade");
  const people = useQuery(peopleQuery).data?.people ?? [];
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const inUse = teams.filter(({ isArchived }) => !isArchived);
  const others = (team: TradeTeam) => inUse.filter(({ id }) => id !== team.id);
  const namesOf = (ids: readonly number[]) =>
    ids.flatMap((id) => people.find((person) => person.id === id)?.name ?? []);
  return (
    <div className="flex flex-col gap-4 pt-4">
      {mayChange && (
        <div>
          <Button kind="primary" shortcut="KeyN" onClick={() => setOpen({ kind: "write", team: null })}>
            {t("team.add")}
          </Button>
        </div>
      )}
      <ul className="on-strip rounded-panel shadow-1">
        {inUse.map((team) => (
          <TeamRow
            key={team.id}
            team={team}
            memberNames={namesOf(team.memberIds)}
            mayChange={mayChange}
            canMerge={inUse.length > 1}
            onChange={() => setOpen({ kind: "write", team })}
            onMerge={() => setOpen({ kind: "merge", team })}
            onPutAway={() =>
              team.open > 0 ? setOpen({ kind: "handOn", team }) : void standing.putAway("team", team)
            }
          />
        ))}
      </ul>
      <AwayPart kind="team" rows={teams} standing={standing} mayChange={mayChange} />
      {open?.kind === "write" && <TeamDialog team={open.team} onClose={close} />}
      {open?.kind === "handOn" && (
        <HandOnDialog
          team={open.team}
          others={others(open.team)}
          onHandOn={(to) => standing.handOn(open.team, to)}
          onClose={close}
        />
      )}
      {open?.kind === "merge" && (
        <MergeDialog
          kind="team"
          row={open.team}
          others={others(open.team)}
          onMerge={(into) => standing.mergeInto("team", open.team, into)}
          onClose={close}
        />
      )}
    </div>
  );
}
