import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Connection } from "../../../shared/api/connecting.ts";
import { textOf } from "../people/gate-form.tsx";
import { Button } from "../ui/button.tsx";
import { CopyLine } from "../ui/copy-line.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { ConnectAct } from "./use-connecting.ts";

type Props = { connection: Connection; isBusy: boolean; act: (act: ConnectAct) => void };

/** The app's secret, then the address at Meta: set for them, or by hand with what there is to copy. */
export function ConnectWebhook(props: Props) {
  const { connection } = props;
  const [isReplacing, setReplacing] = useState(false);
  return (
    <>
      {connection.hasAppSecret && !isReplacing ? (
        <SecretThere onReplace={() => setReplacing(true)} />
      ) : (
        <SecretForm {...props} onGiven={() => setReplacing(false)} />
      )}
      {connection.hasAppSecret && <PointHere {...props} />}
    </>
  );
}

function SecretThere({ onReplace }: { onReplace: () => void }) {
  const { t } = useTranslation("connecting");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p>{t("webhook.secretThere")}</p>
      <Button onClick={onReplace}>{t("webhook.replace")}</Button>
    </div>
  );
}

function SecretForm({ connection, isBusy, act, onGiven }: Props & { onGiven: () => void }) {
  const { t } = useTranslation("connecting");
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        const appId = textOf(fields, "appId").trim();
        onGiven();
        act({ kind: "secret", appSecret: textOf(fields, "appSecret").trim(), ...(appId && { appId }) });
      }}
    >
      <TextField
        label={t("webhook.secret")}
        name="appSecret"
        type="password"
        autoComplete="off"
        dir="ltr"
        spellCheck={false}
        required
      />
      {connection.appId === null && (
        <TextField
          label={t("webhook.app")}
          name="appId"
          dir="ltr"
          inputMode="numeric"
          pattern="\s*\d{5,25}\s*"
          hint={t("webhook.appHint")}
        />
      )}
      <Button type="submit" kind="primary" size="large" disabled={isBusy} className="self-start">
        {t("webhook.submitSecret")}
      </Button>
    </form>
  );
}

function PointHere({ connection, isBusy, act }: Props) {
  const { t } = useTranslation("connecting");
  const isIn = connection.checks.some(({ code }) => code === "handshake_fine");
  const hasOtherToken = connection.checks.some(({ code }) => code === "handshake_other_token");
  return (
    <>
      <div className="flex flex-col gap-2">
        <p className="max-w-[68ch] text-ink2">{t("webhook.setLead")}</p>
        <Button
          kind={isIn ? "plain" : "primary"}
          size="large"
          disabled={isBusy}
          className="self-start"
          onClick={() => act({ kind: "webhook", place: connection.appId ? "app" : "account" })}
        >
          {t("webhook.set")}
        </Button>
      </div>
      <details className="group" open={hasOtherToken || undefined}>
        <summary className="cursor-pointer font-medium text-ink2 hover:text-ink touch:min-h-11">
          {t("webhook.byHand")}
        </summary>
        <div className="mt-3 flex flex-col gap-4">
          <p className="max-w-[68ch] text-ink2">{t("webhook.byHandLead")}</p>
          <div>
            <h3 className="mb-1 text-label font-medium text-ink2">{t("webhook.address")}</h3>
            <CopyLine text={connection.webhookUrl} />
          </div>
          <div>
            <h3 className="mb-1 text-label font-medium text-ink2">{t("webhook.verifyToken")}</h3>
            {connection.verifyToken ? (
              <CopyLine text={connection.verifyToken} />
            ) : (
              <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
                {t("webhook.verifyTokenUsed")}
                <Button disabled={isBusy} onClick={() => act({ kind: "verifyToken" })}>
                  {t("webhook.renew")}
                </Button>
              </p>
            )}
          </div>
          {connection.appId && (
            <div className="flex flex-col gap-2 border-t border-line pt-4">
              <p className="max-w-[68ch] text-ink2">{t("webhook.accountLead")}</p>
              <Button
                disabled={isBusy}
                className="self-start"
                onClick={() => act({ kind: "webhook", place: "account" })}
              >
                {t("webhook.account")}
              </Button>
            </div>
          )}
        </div>
      </details>
    </>
  );
}
