import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../api/queries.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { cx } from "../ui/class-names.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { announce } from "../ui/status-region.tsx";
import { ACTS, type Act, isFree, type Keys, keepKeys, useKeys, withKey } from "./keys.ts";

/** The keys of the tray, each changed by pressing another. */
export function KeysPage() {
  const { t } = useTranslation("desk");
  const me = useMe();
  const keys = useKeys();
  const [waiting, setWaiting] = useState<Act | null>(null);
  const [refused, setRefused] = useState<Act | null>(null);
  usePageTitle(t("keys.title"));
  const keep = (next: Keys | null) => keepKeys(me.id, next);
  const press = (event: React.KeyboardEvent, act: Act) => {
    if (waiting !== act || event.code === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    setWaiting(null);
    if (event.code === "Escape") return;
    if (!isFree(event.code) || event.ctrlKey || event.metaKey || event.altKey) return setRefused(act);
    setRefused(null);
    keep(withKey(keys, act, event.code));
    announce(t("keys.said", { act: t(`act.${act}`), key: event.code.replace(/^(Key|Digit)/, "") }));
  };
  return (
    <div className="mx-auto flex max-w-160 flex-col gap-5 px-5 py-6 max-sm:px-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0">
          <h1 className="text-page font-semibold">{t("keys.title")}</h1>
          <p className="max-w-[60ch] text-ink2">{t("keys.lead")}</p>
        </div>
        <Link to="/tray" className={buttonClass("quiet")}>
          {t("keys.toTray")}
        </Link>
      </div>
      <ul className="on-strip rounded-panel px-4 shadow-1">
        {ACTS.map((act) => (
          <li key={act} className="border-t border-line first:border-t-0">
            <button
              type="button"
              onClick={() => setWaiting(act)}
              onKeyDown={(event) => press(event, act)}
              onBlur={() => setWaiting((was) => (was === act ? null : was))}
              className="flex min-h-11 w-full items-center justify-between gap-3 text-start hover:text-ink"
            >
              <span>
                <span className="font-medium">{t(`act.${act}`)}</span>
                <span className="sr-only">
                  {" "}
                  {t("keys.label", { key: keys[act].replace(/^(Key|Digit)/, "") })}
                </span>
                {refused === act && (
                  <span role="alert" className="block text-label text-late">
                    {t("keys.notFree")}
                  </span>
                )}
              </span>
              <span className={cx("shrink-0", waiting === act && "text-label font-semibold text-hand")}>
                {waiting === act ? t("keys.press") : <Shown code={keys[act]} />}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => keep(null)}>{t("keys.reset")}</Button>
        <p className="text-label text-ink2">{t("keys.also")}</p>
      </div>
    </div>
  );
}

/** Also where the finger is the pointer: here the keys are what it is about. */
const Shown = ({ code }: { code: string }) => <KeyHint keys={code} className="touch:inline-flex!" />;
