import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { hasRole } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { StripSkeleton } from "../ui/skeleton.tsx";
import { UntilRead } from "../ui/until-read.tsx";
import { RemovedPart } from "./removed-part.tsx";
import { RuleEditor } from "./rule-editor.tsx";
import { RuleRow } from "./rule-row.tsx";
import { useActs } from "./use-acts.ts";
import { useRefusal, useRules } from "./use-rules.ts";

/** What the house has decided about what comes in, in the order in which it is asked. */
export function RulesPage() {
  const { t } = useTranslation("houseRules");
  const book = useRules();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const { rule: opened } = useSearch({ from: "/shell/settings/rules" });
  const mayWrite = hasRole(useMe().role, "manager");
  usePageTitle(t("page.title"));
  const rules = book.data?.rules ?? [];
  const acts = useActs(rules);
  const show = (rule?: number | "new") =>
    void navigate({ to: "/settings/rules", search: rule === undefined ? {} : { rule } });
  const edited = rules.find(({ id }) => id === opened) ?? null;
  if (book.data && mayWrite && (opened === "new" || edited))
    return (
      <div className="mx-auto max-w-300 px-5 py-6 max-sm:px-3">
        <RuleEditor
          key={opened}
          rule={edited}
          choices={book.data.choices}
          onClose={() => show()}
          onSaved={(name) => {
            acts.say(t("page.saved", { name }));
            show();
          }}
        />
      </div>
    );
  const addButton = mayWrite && (
    <Button kind="primary" shortcut="KeyN" onClick={() => show("new")}>
      {t("page.add")}
    </Button>
  );
  return (
    <div className="mx-auto flex max-w-240 flex-col gap-5 px-5 py-6 max-sm:px-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-1">
          <h1 className="text-page font-semibold">{t("page.title")}</h1>
          <p className="max-w-[64ch] text-ink2">{t(mayWrite ? "page.lead" : "page.onlyManagers")}</p>
        </div>
        {rules.length > 0 && addButton}
      </div>
      <UntilRead query={book} error={t("page.error")} reason={refusal(book.error)}>
        <StripSkeleton />
        <StripSkeleton />
      </UntilRead>
      {(acts.done || acts.error !== null) && (
        <p
          role={acts.error === null ? undefined : "alert"}
          className="on-strip flex flex-wrap items-center gap-x-4 gap-y-1 rounded-strip px-4 py-2 shadow-1"
        >
          <span className={acts.error === null ? "font-medium" : "font-medium text-late"}>
            {acts.error === null ? <bdi>{acts.done?.words}</bdi> : refusal(acts.error)}
          </span>
          {acts.error === null && acts.done?.undo && (
            <Button size="small" onClick={acts.undo}>
              {t("page.undo")}
            </Button>
          )}
        </p>
      )}
      {book.data && rules.length === 0 && (
        <EmptyState className="pt-4" title={t("page.none")} action={addButton}>
          {t("page.noneText")}
        </EmptyState>
      )}
      {book.data && rules.length > 0 && (
        <ol aria-label={t("page.list")} className="flex flex-col gap-2">
          {rules.map((rule, place) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              choices={book.data.choices}
              place={place}
              of={rules.length}
              mayWrite={mayWrite}
              onEdit={() => show(rule.id)}
              onSwitch={(isOn) => acts.switchTo(rule, isOn)}
              onMove={acts.move}
              onRemove={() => acts.remove(rule)}
            />
          ))}
        </ol>
      )}
      <RemovedPart removed={book.data?.removed ?? []} onRestore={mayWrite ? acts.restore : null} />
    </div>
  );
}
