import { useState } from "react";
import { useTranslation } from "react-i18next";
import { hasRole } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { useConnection } from "../live.ts";
import { Button } from "../ui/button.tsx";
import { StartDialog } from "./start-dialog.tsx";
import type { Board } from "./talk.ts";
import type { Start } from "./use-start.ts";

/** The one step that sends something: a manager's, with a connection. Others see why not. */
export function StartBoard({ board, isMasked, start }: { board: Board; isMasked: boolean; start: Start }) {
  const { t } = useTranslation("diagnosis");
  const isManager = hasRole(useMe().role, "manager");
  const { isOnline } = useConnection();
  const [isOpen, setOpen] = useState(false);
  if (!isManager || !isOnline)
    return (
      <p className="max-w-60 text-line text-ink2">{t(isManager ? "tools.offline" : "tools.managers")}</p>
    );
  return (
    <>
      <Button kind="primary" className="max-sm:w-full" onClick={() => setOpen(true)}>
        {t("tools.start")}
      </Button>
      {isOpen && <StartDialog {...{ board, isMasked, start }} onClose={() => setOpen(false)} />}
    </>
  );
}
