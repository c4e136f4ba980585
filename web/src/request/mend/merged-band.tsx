import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { requestRef } from "../../../../shared/request.ts";
import { buttonClass } from "../../ui/button.tsx";

/** A request that was merged leads on: there is nothing more to do on this one. */
export function MergedBand({ into }: { into: number }) {
  const { t } = useTranslation("mend");
  const ref = requestRef(into);
  return (
    <section
      aria-label={t("merged.label")}
      className="on-strip mx-3 mt-2 flex flex-wrap items-center justify-between gap-3 rounded-strip border border-dashed border-line2 px-3.5 py-2.5 md:mx-5"
    >
      <p className="text-body">
        <strong className="font-semibold">{t("merged.into", { ref })}</strong> {t("merged.text")}
      </p>
      <Link to="/requests/$id" params={{ id: String(into) }} className={buttonClass("primary")}>
        {t("merged.open", { ref })}
      </Link>
    </section>
  );
}
