import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DryRun, type Rule, type RuleChoices, rulesApi } from "../../../shared/api/rules.ts";
import { Button } from "../ui/button.tsx";
import { BackGlyph } from "../ui/glyphs.tsx";
import { announce } from "../ui/status-region.tsx";
import { canBeTried, type Draft, draftOf, EMPTY, sayingOf } from "./draft.ts";
import { DryRunPanel } from "./dry-run-panel.tsx";
import { RuleForm } from "./rule-form.tsx";
import { useRefusal, useRuleChange } from "./use-rules.ts";

/** Writing a rule on one side, last week with it on the other. It goes live only as it was tried. */
export function RuleEditor({
  rule,
  choices,
  onClose,
  onSaved,
}: {
  /** Null: a new one. */
  rule: Rule | null;
  choices: RuleChoices;
  onClose: () => void;
  onSaved: (name: string) => void;
}) {
  const { t } = useTranslation("houseRules");
  const refusal = useRefusal();
  const [draft, setDraft] = useState<Draft>(rule ? draftOf(rule) : EMPTY);
  const [tried, setTried] = useState<{ saying: string; found: DryRun } | null>(null);
  const trying = useRuleChange(rulesApi.dryRunRule);
  const add = useRuleChange(rulesApi.addRule);
  const change = useRuleChange(rulesApi.changeRule);
  const panel = useRef<HTMLElement>(null);
  const saying = sayingOf(draft);
  const wasTried = rule?.trial !== null && rule !== null && saying === sayingOf(draftOf(rule));
  const isTried = tried?.saying === saying || wasTried;
  const isWhole = canBeTried(draft);
  const isNamed = draft.name.trim() !== "";
  const isBusy = trying.isPending || add.isPending || change.isPending;
  const error = add.error ?? change.error;

  const tryIt = () =>
    trying.mutate(
      // A name is not what is tried.
      { body: { rule: { ...draft, name: draft.name.trim() || "?" }, id: rule?.id ?? null } },
      {
        onSuccess: (found) => {
          setTried({ saying, found });
          announce(t("trial.done", { count: found.matched }));
          // Where it stands below the form, on a phone.
          if (window.matchMedia("(width < 64rem)").matches) panel.current?.scrollIntoView();
        },
      },
    );
  const keep = (isOn: boolean) => {
    const body = { ...draft, name: draft.name.trim(), isOn };
    const done = { onSuccess: () => onSaved(body.name) };
    if (rule) change.mutate({ params: { id: rule.id }, body: { ...body, version: rule.version } }, done);
    else add.mutate({ body }, done);
  };
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        <Button kind="quiet" size="small" className="-ms-2.5 self-start" onClick={onClose}>
          <span className="inline-flex items-center gap-1.5">
            <BackGlyph />
            {t("edit.back")}
          </span>
        </Button>
        <h1 className="text-page font-semibold">{t(rule ? "edit.title" : "edit.newTitle")}</h1>
      </div>
      <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start gap-8 max-lg:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-4">
          <RuleForm
            draft={draft}
            choices={choices}
            onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
          />
          {error && (
            <p role="alert" className="font-medium text-late">
              {refusal(error)}
            </p>
          )}
          <p role="status" className="text-ink2">
            {!isWhole ? t("edit.unfinished") : !isTried && t(rule?.isOn ? "edit.goesOff" : "edit.needsTrial")}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button kind={isTried ? "plain" : "primary"} disabled={!isWhole || isBusy} onClick={tryIt}>
              {trying.isPending ? t("edit.trying") : t(tried || wasTried ? "edit.tryAgain" : "edit.tryIt")}
            </Button>
            {isTried && (
              <Button kind="primary" disabled={!isWhole || !isNamed || isBusy} onClick={() => keep(true)}>
                {t("edit.saveOn")}
              </Button>
            )}
            <Button disabled={!isWhole || !isNamed || isBusy} onClick={() => keep(false)}>
              {t("edit.saveOff")}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              {t("edit.cancel")}
            </Button>
          </div>
        </div>
        <DryRunPanel
          found={tried?.found ?? null}
          isPending={trying.isPending}
          isStale={tried !== null && tried.saying !== saying}
          error={trying.error}
          panel={panel}
        />
      </div>
    </div>
  );
}
