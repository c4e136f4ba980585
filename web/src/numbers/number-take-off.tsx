import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { NumberSettings } from "../../../shared/api/connecting.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.tsx";
import type { useNumberSettings } from "./use-settings.ts";

/** Disconnecting asks first and says what stays; one that was disconnected is connected again by the guided page. */
export function NumberTakeOff({
  settings,
  parts: { disconnect },
}: {
  settings: NumberSettings;
  parts: ReturnType<typeof useNumberSettings>;
}) {
  const { t } = useTranslation(["connecting", "kit"]);
  const [isAsking, setAsking] = useState(false);
  if (settings.disconnectedAt)
    return (
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>{t("settings.disconnected")}</p>
        <Link
          to="/settings/numbers/connect"
          search={{ number: settings.id }}
          className={buttonClass("primary")}
        >
          {t("settings.reconnect")}
        </Link>
      </div>
    );
  if (settings.isFromEnvironment) return null;
  return (
    <>
      <Button
        kind="late"
        className="self-start"
        disabled={disconnect.isPending}
        onClick={() => setAsking(true)}
      >
        {t("settings.disconnect")}
      </Button>
      {isAsking && (
        <Dialog
          title={t("settings.disconnectAsk", { name: `\u2068${settings.name}\u2069` })}
          onClose={() => setAsking(false)}
        >
          <p className="text-ink2">{t("settings.disconnectLead")}</p>
          <DialogFoot>
            <Button
              kind="late"
              onClick={() => {
                setAsking(false);
                disconnect.mutate();
              }}
            >
              {t("settings.disconnect")}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {t("kit:cancel")}
            </Button>
          </DialogFoot>
        </Dialog>
      )}
    </>
  );
}
