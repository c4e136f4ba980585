import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe, useOverview } from "../api/queries.ts";
import { buttonClass } from "../ui/button.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { useKey } from "../ui/use-key.ts";

const STEPS = ["connect.step1", "connect.step2", "connect.step3", "connect.step4"] as const;

/** A real number, by the guided page. */
export function ConnectChoice() {
  const { t } = useTranslation("firstRun");
  const navigate = useNavigate();
  const isAdmin = useMe().role === "admin";
  const hasNumber = useOverview()?.firstRun.hasNumber ?? false;
  useKey("Digit2", () => isAdmin && void navigate({ to: "/settings/numbers/connect" }));
  return (
    <section className="on-panel flex flex-col rounded-panel border-s border-line px-7 py-7 max-sm:px-4">
      <h2 className="flex items-center justify-between gap-3 text-head font-semibold">
        {t("connect.title")}
        {isAdmin && <KeyHint keys="Digit2" className="text-ink2" />}
      </h2>
      {hasNumber ? (
        <p className="mt-2 flex items-center gap-2">
          <StateMark state="closed" />
          {t("connect.connected")}
        </p>
      ) : (
        <p className="mt-2 text-ink2">{t("connect.lead")}</p>
      )}
      <ul className="mt-4 flex flex-col gap-1.5">
        {STEPS.map((step) => (
          <li key={step} className="flex items-center gap-3">
            <StateMark state={hasNumber ? "working" : "ready"} />
            {t(step)}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-line text-ink3">{t("connect.stop")}</p>
      <div className="mt-auto pt-7">
        {isAdmin ? (
          <Link to="/settings/numbers/connect" className={buttonClass("plain", "large")}>
            {t(hasNumber ? "connect.another" : "connect.begin")}
          </Link>
        ) : (
          <span className="text-line text-ink3">{t("connect.adminOnly")}</span>
        )}
      </div>
    </section>
  );
}
