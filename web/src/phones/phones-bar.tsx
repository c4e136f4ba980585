import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button, buttonClass } from "../ui/button.tsx";
import { Chip } from "../ui/clock-chip.tsx";
import { Logo } from "../ui/logo.tsx";
import type { Status } from "./shapes.ts";
import { useSimulatorActs } from "./use-simulator.ts";

/** The bar of the simulator: whose day it is, how far, and a pause. */
export function PhonesBar({ status }: { status: Status | undefined }) {
  const { t } = useTranslation("phones");
  const { day } = useSimulatorActs();
  const state = status?.sampleDay.state;
  return (
    <header className="on-panel flex min-h-15 flex-wrap items-center gap-x-5 gap-y-2 border-b border-line px-8 py-3 max-sm:px-3">
      <Link to="/tray" className="flex items-center gap-2.5 text-head font-semibold">
        <Logo />
        Baton
      </Link>
      <Chip className="h-6 px-2">{t("title")}</Chip>
      {status && <p className="text-ink2 max-md:hidden">{t("lead", { name: status.business.name })}</p>}
      <div className="ms-auto flex flex-wrap items-center gap-x-5 gap-y-2">
        {status && state !== "idle" && (
          <p className="text-line text-ink2">
            {t("day.progress", { sent: status.sampleDay.sent, total: status.sampleDay.total })}
          </p>
        )}
        {(state === "playing" || state === "paused") && (
          <Button
            size="small"
            shortcut="KeyP"
            onClick={() => day.mutate(state === "playing" ? "pause" : "resume")}
          >
            {t(state === "playing" ? "day.pause" : "day.resume")}
          </Button>
        )}
        {state === "done" && (
          <Button size="small" onClick={() => day.mutate("play")}>
            {t("day.play")}
          </Button>
        )}
        <Link to="/tray" className={buttonClass("plain", "small")}>
          {t("openTray")}
        </Link>
      </div>
    </header>
  );
}
