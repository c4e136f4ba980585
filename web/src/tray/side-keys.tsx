import { useTranslation } from "react-i18next";
import type { Decided } from "../../../shared/api/tray.ts";
import { requestRef } from "../../../shared/request.ts";
import { useFormat } from "../ui/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { useNow } from "../ui/now.ts";
import type { Act } from "./keys.ts";
import { useKeys } from "./keys.ts";
import { useActKey } from "./use-act-key.ts";

export type SideAct = Extract<Act, "split" | "assign" | "reply" | "snooze" | "undo">;
type Props = {
  isOff: Record<SideAct, boolean>;
  onAct: (act: SideAct) => void;
  onHelp: () => void;
  last: Decided | null;
};

const SIDE: readonly SideAct[] = ["split", "assign", "reply", "snooze", "undo"];

/** What else one can do with the item, each on its key. */
export function SideKeys({ isOff, onAct, onHelp, last }: Props) {
  const { t } = useTranslation("desk");
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-0.5 text-line text-ink2">
      {SIDE.map((act) => (
        <SideKey key={act} act={act} isOff={isOff[act]} onPress={() => onAct(act)} />
      ))}
      <button
        type="button"
        onClick={onHelp}
        aria-label={t("keys.help")}
        className="inline-flex min-h-7 min-w-7 items-center justify-center font-medium hover:text-ink touch:hidden"
      >
        <KeyHint keys="?" />
      </button>
      <LastLine last={last} />
    </div>
  );
}

function SideKey({ act, isOff, onPress }: { act: SideAct; isOff: boolean; onPress: () => void }) {
  const { t } = useTranslation("desk");
  const keys = useKeys();
  useActKey(keys[act], onPress, isOff);
  return (
    <button
      type="button"
      onClick={onPress}
      disabled={isOff}
      className="inline-flex min-h-7 items-center gap-2 rounded-control font-medium hover:text-ink disabled:text-ink3 touch:min-h-11"
    >
      <KeyHint keys={keys[act]} />
      {t(`act.${act}`)}
    </button>
  );
}

function LastLine({ last }: { last: Decided | null }) {
  const { t } = useTranslation("tray");
  const { ago } = useFormat();
  const now = useNow();
  if (!last) return null;
  const facts = {
    title: last.request?.title ?? "",
    ref: last.request ? requestRef(last.request.id) : "",
    name: last.contactName,
    when: ago(last.at, now),
  };
  return (
    <p className="ms-auto min-w-0 truncate text-label text-ink2 max-md:hidden">
      {t(`last.${last.kind}`, facts)}
    </p>
  );
}
