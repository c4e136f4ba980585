import { useTranslation } from "react-i18next";
import { cx } from "../ui/class-names.ts";
import { StateMark } from "../ui/state-mark.tsx";
import type { Finding } from "./findings.ts";

const GROUPS = ["requests", "contacts", "go"] as const;

/** The list under the find field. Pressing does not take the focus from the field. */
export function FindList({
  id,
  findings,
  marked,
  words,
  isSearching,
  onChoose,
}: {
  id: string;
  findings: readonly Finding[];
  marked: Finding | undefined;
  words: string;
  isSearching: boolean;
  onChoose: (finding: Finding) => void;
}) {
  const { t } = useTranslation("shell");
  return (
    <div className="on-strip absolute end-0 top-full z-30 mt-1.5 max-h-[70vh] w-80 overflow-auto rounded-panel border border-line py-1.5 shadow-2">
      {words && findings.length === 0 && (
        <p className="px-3 py-1.5 text-line text-ink2">
          {isSearching ? t("find.searching") : t("find.nothing", { words })}
        </p>
      )}
      <div id={id} role="listbox" aria-label={t("find.label")}>
        {GROUPS.map((group) => {
          const members = findings.filter((finding) => finding.group === group);
          if (members.length === 0) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a listbox takes groups, not fieldsets
            <div key={group} role="group" aria-label={t(`find.${group}`)}>
              <p className="px-3 pt-1.5 pb-0.5 text-label text-ink3" aria-hidden="true">
                {t(`find.${group}`)}
              </p>
              {members.map((finding) => (
                <Row
                  key={finding.key}
                  id={`${id}-${finding.key}`}
                  finding={finding}
                  isMarked={finding.key === marked?.key}
                  onChoose={onChoose}
                />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Row({
  id,
  finding,
  isMarked,
  onChoose,
}: {
  id: string;
  finding: Finding;
  isMarked: boolean;
  onChoose: (finding: Finding) => void;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field itself handles arrows and Enter
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which points here
    <div
      id={id}
      role="option"
      aria-selected={isMarked}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(finding)}
      className={cx(
        "mx-1 flex min-h-8 cursor-pointer items-center gap-2.5 rounded-strip px-2 hover:bg-sunk",
        isMarked && "bg-sunk",
      )}
    >
      {finding.strip && <StateMark state={finding.strip.state} />}
      <bdi className="min-w-0 flex-1 truncate">{finding.text}</bdi>
      {finding.detail && (
        <bdi dir="ltr" className="text-label text-ink3">
          {finding.detail}
        </bdi>
      )}
    </div>
  );
}
