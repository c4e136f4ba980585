import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../ui/button.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { useKey } from "../ui/use-key.ts";

const SIGNS = ["examine.sign1", "examine.sign2", "examine.sign3", "examine.sign4"] as const;

/** A chat as it was exported, measured in the browser: for everybody, and without a number. */
export function ExamineChoice() {
  const { t } = useTranslation("firstRun");
  const navigate = useNavigate();
  useKey("Digit3", () => void navigate({ to: "/diagnosis" }));
  return (
    <section className="on-panel flex flex-col rounded-panel border-s border-line px-7 py-7 max-sm:px-4">
      <h2 className="flex items-start justify-between gap-3 text-head font-semibold">
        {t("examine.title")}
        <KeyHint keys="Digit3" className="mt-0.5 text-ink2" />
      </h2>
      <p className="mt-2 text-ink2">{t("examine.lead")}</p>
      <ul className="mt-4 border-t border-line">
        {SIGNS.map((sign) => (
          <li key={sign} className="border-b border-line py-1.5">
            {t(sign)}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-line text-ink3">{t("examine.verdict")}</p>
      <div className="mt-auto pt-7">
        <Link to="/diagnosis" className={buttonClass("plain", "large")}>
          {t("examine.begin")}
        </Link>
      </div>
    </section>
  );
}
