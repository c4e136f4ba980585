import { useTranslation } from "react-i18next";
import type { State } from "../../../shared/request.ts";
import { cx } from "./class-names.ts";
import { StateMark } from "./state-mark.tsx";

/** Mark and word together, as they must always stand. */
export function StateWord({ state, className }: { state: State; className?: string }) {
  const { t } = useTranslation();
  return (
    <span className={cx("inline-flex items-center gap-2 font-semibold", className)}>
      <StateMark state={state} />
      {t(`state.${state}`)}
    </span>
  );
}
