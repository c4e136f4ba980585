import { useTranslation } from "react-i18next";
import { ApiFailure } from "../api/call.ts";
import { Button } from "../ui/button.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";

/** A page that could not be shown at all: what happened, and one way on. */
export function CrashPage({ error }: { error: unknown }) {
  const { t } = useTranslation("kit");
  const isOffline = error instanceof ApiFailure && error.code === "offline";
  return (
    <main className="on-canvas flex min-h-dvh items-start justify-center px-3 pt-[18vh]">
      <div className="w-full max-w-120">
        <ErrorPanel title={t("error.title")}>
          <p>{t(isOffline ? "error.offline" : "error.unexpected")}</p>
          <Button kind="primary" className="mt-3" onClick={() => window.location.reload()}>
            {t("tryAgain")}
          </Button>
        </ErrorPanel>
      </div>
    </main>
  );
}
