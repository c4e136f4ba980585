import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { NumberSettings } from "../../../shared/api/connecting.ts";
import { textOf } from "../people/gate-form.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { CheckList } from "./check-line.tsx";
import { useMoment } from "./finding-item.tsx";
import { FinishConnecting } from "./finish-connecting.tsx";
import type { useNumberSettings } from "./use-settings.ts";

type Props = { settings: NumberSettings; parts: ReturnType<typeof useNumberSettings> };

/** Whether the secrets are there, never what they are; another token; what Meta says now. */
export function NumberSecrets({ settings, parts }: Props) {
  const { t } = useTranslation("connecting");
  const moment = useMoment();
  const [isReplacing, setReplacing] = useState(false);
  const { replace, check } = parts;
  const { tokenExpiresAt, hasToken, hasAppSecret, verifiedAt, throughputKind, throughput } = settings;
  const facts = [
    [
      t("settings.token"),
      !hasToken
        ? t("settings.tokenNone")
        : tokenExpiresAt
          ? t("settings.tokenUntil", { at: moment(tokenExpiresAt) })
          : t("settings.tokenThere"),
    ],
    [t("settings.secret"), t(hasAppSecret ? "settings.secretThere" : "settings.secretNone")],
    [t("settings.verified"), verifiedAt ? moment(verifiedAt) : t("settings.never")],
    [t("settings.speedLabel"), t(`settings.speed.${throughputKind}`, { n: throughput })],
  ];
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid max-w-160 gap-x-6 gap-y-1.5 sm:grid-cols-[11rem_minmax(0,1fr)]">
        {facts.map(([name, value]) => (
          <div key={name} className="contents max-sm:block">
            <dt className="text-ink3">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={check.isPending} onClick={() => check.mutate()}>
          {t(check.isPending ? "checking" : "settings.check")}
        </Button>
        <Button aria-expanded={isReplacing} onClick={() => setReplacing(!isReplacing)}>
          {t("settings.replace")}
        </Button>
        {hasToken && <FinishConnecting id={settings.id} text={t("settings.again")} />}
        {settings.checkedAt && (
          <span className="text-line text-ink3">
            {t("settings.checkedAt", { time: moment(settings.checkedAt) })}
          </span>
        )}
      </div>
      {isReplacing && (
        <form
          className="flex max-w-160 flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            replace.mutate(textOf(new FormData(event.currentTarget), "token").trim(), {
              onSuccess: ({ isKept }) => setReplacing(!isKept),
            });
          }}
        >
          <TextField
            className="min-w-48 flex-1"
            label={t("settings.newToken")}
            name="token"
            type="password"
            autoComplete="off"
            dir="ltr"
            required
          />
          <Button type="submit" kind="primary" disabled={replace.isPending}>
            {t("settings.keepToken")}
          </Button>
        </form>
      )}
      <div role="status">
        {replace.data && (
          <p className="mb-2 font-medium">{t(replace.data.isKept ? "settings.kept" : "settings.notKept")}</p>
        )}
        <CheckList checks={(replace.data ?? check.data)?.checks ?? []} />
      </div>
    </div>
  );
}
