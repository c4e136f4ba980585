/** Everything one can mend from a request's page: what is chosen, which dialog is open, and what is said when it is done. */
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RequestPage } from "../../../../shared/api/requests.ts";
import { requestRef } from "../../../../shared/request.ts";
import { queryClient } from "../../api/queries.ts";
import { announce } from "../../ui/status-region.tsx";
import { useKey } from "../../ui/use-key.ts";
import { usePicking } from "./picking.ts";
import { useMending } from "./use-mending.ts";

export type MendDesk = ReturnType<typeof useMendDesk>;

export function useMendDesk(page: RequestPage) {
  const { t } = useTranslation("mend");
  const navigate = useNavigate();
  const [open, setOpen] = useState<"split" | "move" | "merge" | null>(null);
  const isMerged = page.mergedInto !== null;
  const picking = usePicking(isMerged ? null : page.strip.id);
  const mending = useMending(page.strip.id, (strip, { kind }) => {
    announce(t(`done.${kind}`, { ref: requestRef(strip.id), title: strip.title }));
    setOpen(null);
    picking.clear();
  });
  useKey("KeyJ", () => setOpen("merge"), { isOff: isMerged });
  return {
    open,
    picking,
    mending,
    ask: (dialog: "split" | "move" | "merge") => {
      mending.reset();
      setOpen(dialog);
    },
    close: () => setOpen(null),
    merged: (staysId: number, endedId: number) => {
      announce(t("done.merge", { ref: requestRef(staysId) }));
      setOpen(null);
      void queryClient.invalidateQueries({ queryKey: ["request"] });
      if (endedId === page.strip.id) void navigate({ to: "/requests/$id", params: { id: String(staysId) } });
    },
  };
}
