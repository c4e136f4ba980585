import { useTranslation } from "react-i18next";
import type { Rule, RuleChoices } from "../../../shared/api/rules.ts";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { AlertGlyph } from "../ui/glyphs.tsx";
import { Menu } from "../ui/menu.tsx";
import { useNow } from "../ui/now.ts";
import { useDragPlace } from "./drag-rules.ts";
import { RuleSentence } from "./rule-sentence.tsx";
import { RuleSwitch } from "./rule-switch.tsx";

type Props = {
  rule: Rule;
  choices: RuleChoices;
  place: number;
  of: number;
  mayWrite: boolean;
  onEdit: () => void;
  onSwitch: (isOn: boolean) => void;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
};

/** One rule: its place, its name, what it says, and what trying it showed. */
export function RuleRow({ rule, choices, place, of, mayWrite, onEdit, onSwitch, onMove, onRemove }: Props) {
  const { t } = useTranslation("houseRules");
  const { number } = useFormat();
  const { ref, handle, isDragged, isOver } = useDragPlace(place, !mayWrite, onMove);
  const { name, isOn, trial } = rule;
  const choice = <Key extends string>(key: Key, text: string, isOff = false) =>
    ({ kind: "choice", key, text, isOff }) as const;
  return (
    <li
      ref={ref}
      className={cx(
        "on-strip grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-1 rounded-strip border-s-3 px-3 py-3 shadow-1",
        isOn ? "border-ink" : "border-line",
        isDragged && "opacity-50",
        isOver && "outline-2 outline-focus",
      )}
    >
      {mayWrite ? (
        <button
          ref={handle}
          type="button"
          aria-label={t("page.drag", { name })}
          onKeyDown={(event) => {
            const to = event.key === "ArrowUp" ? place - 1 : event.key === "ArrowDown" ? place + 1 : -1;
            if (to < 0 || to >= of) return;
            event.preventDefault();
            onMove(place, to);
          }}
          className="-my-1 inline-flex min-h-8 min-w-8 cursor-grab items-center justify-center gap-1 rounded-control text-line font-semibold text-ink3 hover:bg-sunk hover:text-ink touch:size-11"
        >
          <span aria-hidden="true" className="tracking-[-0.1em]">
            ⋮⋮
          </span>
        </button>
      ) : (
        <span />
      )}
      <h2 className="min-w-0 self-center text-title leading-6 font-semibold">
        <span className="text-ink3">{number(place + 1)}</span> <bdi>{name}</bdi>
      </h2>
      <div className="-my-1 flex items-center gap-1">
        {mayWrite ? (
          <RuleSwitch name={name} isOn={isOn} onChange={trial || isOn ? onSwitch : onEdit} />
        ) : (
          <span className="text-label text-ink3">{t(isOn ? "page.on" : "page.off")}</span>
        )}
        {mayWrite && (
          <Menu
            label={t("page.more", { name })}
            trigger={<span aria-hidden="true">⋯</span>}
            triggerClassName="inline-flex size-8 items-center justify-center rounded-control text-ink2 hover:bg-sunk hover:text-ink touch:size-11"
            choices={[
              choice("edit", t("page.change")),
              choice("up", t("page.up"), place === 0),
              choice("down", t("page.down"), place === of - 1),
              choice("remove", t("page.remove")),
            ]}
            onChoose={(key) => {
              if (key === "edit") onEdit();
              else if (key === "remove") onRemove();
              else onMove(place, key === "up" ? place - 1 : place + 1);
            }}
          />
        )}
      </div>
      <div className="col-span-2 col-start-2 flex flex-col gap-1 max-sm:col-span-3 max-sm:col-start-1">
        <RuleSentence rule={rule} choices={choices} />
        <RuleState rule={rule} />
      </div>
    </li>
  );
}

function RuleState({ rule: { trial, missing } }: { rule: Rule }) {
  const { t } = useTranslation("houseRules");
  const { number, when } = useFormat();
  const now = useNow();
  return (
    <>
      <p className="text-label text-ink3">
        {trial
          ? t("page.tried", {
              when: when(trial.at, now),
              matched: number(trial.matched),
              changed: number(trial.changed),
              count: trial.items,
            })
          : t("page.untried")}
      </p>
      {missing.length > 0 && (
        <p className="flex items-start gap-1.5 text-label font-medium text-late">
          <AlertGlyph className="mt-0.5" />
          <span>
            {t("missing.lead")} {missing.map((each) => t(`missing.${each}`)).join("; ")}.
          </span>
        </p>
      )}
    </>
  );
}
