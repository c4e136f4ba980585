import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { peopleApi } from "../../../shared/api/people.ts";
import { hasRole } from "../../../shared/request.ts";
import { call } from "../api/call.ts";
import { meQuery, useMe, useOverview } from "../api/queries.ts";
import { changeLocale, LOCALE_NAMES, LOCALES, type Locale } from "../texts/i18n.ts";
import { Avatar } from "../ui/avatar.tsx";
import { TickGlyph } from "../ui/glyphs.tsx";
import { Menu, type MenuChoice } from "../ui/menu.tsx";
import { prefer, type Theme, usePreferences } from "./preferences.ts";

type Key =
  | "people"
  | "intake"
  | "numbers"
  | "costs"
  | "learning"
  | "templates"
  | "quickReplies"
  | "trade"
  | "rules"
  | "diagnosis"
  | "firstRun"
  | "phones"
  | `locale.${Locale}`
  | `theme.${Theme}`
  | "sound"
  | "notify"
  | "keys"
  | "signOut";

const THEME_WORDS = { system: "themeSystem", light: "themeLight", dark: "themeDark" } as const;
const line = { kind: "line" } as const;
const tick = (isOn: boolean) => (isOn ? <TickGlyph /> : <span className="size-3" />);

function useChoices(): MenuChoice<Key>[] {
  const { t, i18n } = useTranslation("shell");
  const me = useMe();
  const { theme, hasSound, showsKeys } = usePreferences();
  const hasSample = useOverview()?.firstRun.sample.state !== "absent";
  const canAsk = "Notification" in window && Notification.permission === "default";
  const choice = (key: Key, text: string, mark?: ReactNode): MenuChoice<Key> => ({
    kind: "choice",
    key,
    text,
    mark,
  });
  return [
    choice("people", t("nav.people")),
    ...(hasRole(me.role, "manager") ? [choice("intake", t("nav.intake"))] : []),
    ...(hasRole(me.role, "manager") ? [choice("numbers", t("nav.numbers"))] : []),
    ...(hasRole(me.role, "manager") ? [choice("costs", t("nav.costs"))] : []),
    choice("learning", t("nav.learning")),
    choice("trade", t("nav.trade")),
    ...(hasRole(me.role, "coordinator") ? [choice("rules", t("nav.rules"))] : []),
    choice("templates", t("nav.templates")),
    choice("quickReplies", t("nav.quickReplies")),
    choice("diagnosis", t("nav.diagnosis")),
    choice("firstRun", t("nav.firstRun")),
    ...(me.role === "admin" && hasSample ? [choice("phones", t("nav.phones"))] : []),
    line,
    ...LOCALES.map((locale) =>
      choice(`locale.${locale}`, LOCALE_NAMES[locale], tick(locale === i18n.language)),
    ),
    line,
    ...(["system", "light", "dark"] as const).map((each) =>
      choice(`theme.${each}`, t(`person.${THEME_WORDS[each]}`), tick(each === theme)),
    ),
    line,
    choice("sound", t(hasSound ? "person.soundOff" : "person.soundOn")),
    ...(canAsk ? [choice("notify", t("person.notify"))] : []),
    choice("keys", t(showsKeys ? "person.keysOff" : "person.keysOn")),
    line,
    choice("signOut", t("person.signOut")),
  ];
}

/** Everything under one's own name: people, language, colours, sound, leaving. */
export function PersonMenu() {
  const { t } = useTranslation(["shell", "domain"]);
  const me = useMe();
  const router = useRouter();
  const client = useQueryClient();
  const { hasSound, showsKeys } = usePreferences();
  const choices = useChoices();

  const speak = async (locale: Locale) => {
    await changeLocale(locale);
    client.setQueryData(meQuery.queryKey, await call(peopleApi.changeMe, { body: { locale } }));
  };
  const leave = async () => {
    await call(peopleApi.signOut);
    client.clear();
    await router.navigate({ to: "/sign-in" });
  };
  const choose = (key: Key) => {
    if (key === "people") return void router.navigate({ to: "/settings/people" });
    if (key === "intake") return void router.navigate({ to: "/settings/intake" });
    if (key === "numbers") return void router.navigate({ to: "/settings/numbers" });
    if (key === "costs") return void router.navigate({ to: "/settings/costs" });
    if (key === "learning") return void router.navigate({ to: "/settings/learning" });
    if (key === "rules") return void router.navigate({ to: "/settings/rules" });
    if (key === "trade") return void router.navigate({ to: "/settings/trade" });
    if (key === "templates") return void router.navigate({ to: "/settings/templates" });
    if (key === "quickReplies") return void router.navigate({ to: "/settings/quick-replies" });
    if (key === "diagnosis") return void router.navigate({ to: "/diagnosis" });
    if (key === "firstRun") return void router.navigate({ to: "/first-run" });
    if (key === "phones") return void router.navigate({ to: "/phones" });
    if (key === "sound") return prefer({ hasSound: !hasSound });
    if (key === "keys") return prefer({ showsKeys: !showsKeys });
    if (key === "notify") return void Notification.requestPermission();
    if (key === "signOut") return void leave();
    const locale = LOCALES.find((each) => key === `locale.${each}`);
    if (locale) return void speak(locale);
    const theme = (["system", "light", "dark"] as const).find((each) => key === `theme.${each}`);
    if (theme) prefer({ theme });
  };
  return (
    <Menu
      label={t("person.menu", { name: me.name })}
      trigger={<Avatar name={me.name} isYou />}
      triggerClassName="-m-1 inline-flex rounded-full p-1 touch:-m-2 touch:p-2"
      head={
        <>
          <bdi className="font-semibold text-ink">{me.name}</bdi>
          <br />
          {t(`domain:role.${me.role}`)}
        </>
      }
      choices={choices}
      onChoose={choose}
    />
  );
}
