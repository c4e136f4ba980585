import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../api/queries.ts";
import { GateFrame } from "../people/gate-frame.tsx";
import { usePageTitle } from "../shell/page-title.ts";
import { ConnectChoice } from "./connect-choice.tsx";
import { ExamineChoice } from "./examine-choice.tsx";
import { SampleChoice } from "./sample-choice.tsx";
import { TradeChoice } from "./trade-choice.tsx";

/** Where to begin. Only what is built is offered. */
export function FirstRunPage() {
  const { t } = useTranslation(["firstRun", "domain", "shell"]);
  const me = useMe();
  usePageTitle(t("shell:nav.firstRun"));
  return (
    <GateFrame
      eyebrow={t("who", { name: me.name, role: t(`domain:role.${me.role}`) })}
      title={t("title")}
      foot={
        <>
          <p>
            {t("foot")}{" "}
            <Link to="/tray" className="font-medium text-ink2 underline hover:text-ink">
              {t("skip")}
            </Link>
          </p>
          <p>{t("address", { address: `\u2066${window.location.origin}\u2069` })}</p>
        </>
      }
    >
      <div className="mt-8 grid shadow-1 min-[900px]:grid-cols-[1.3fr_1fr_1fr]">
        <SampleChoice />
        <ConnectChoice />
        <ExamineChoice />
      </div>
      <TradeChoice />
    </GateFrame>
  );
}
