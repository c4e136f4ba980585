import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../ui/button.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { ACTS, useKeys } from "./keys.ts";

/** All keys of the tray, as they are set. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("desk");
  const keys = useKeys();
  return (
    <Dialog title={t("keys.title")} onClose={onClose}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5 text-body sm:grid-cols-[auto_minmax(0,1fr)_auto_minmax(0,1fr)]">
        {ACTS.map((act) => (
          <div key={act} className="contents">
            <dt>
              <KeyHint keys={keys[act]} />
              <span className="sr-only">{keys[act].replace(/^(Key|Digit)/, "")}</span>
            </dt>
            <dd>{t(`act.${act}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="text-label text-ink2">{t("keys.also")}</p>
      <DialogFoot>
        <Link to="/settings/keys" className={buttonClass("plain")}>
          {t("keys.change")}
        </Link>
      </DialogFoot>
    </Dialog>
  );
}
