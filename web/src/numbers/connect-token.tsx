import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Connection } from "../../../shared/api/connecting.ts";
import { NEEDED_PERMISSIONS } from "../../../shared/connecting.ts";
import { textOf } from "../people/gate-form.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { canKeepToken } from "./connect-shown.ts";
import type { ConnectAct } from "./use-connecting.ts";

/** A secret once given is replaced, never shown. */
export function ConnectToken({
  connection,
  graph,
  numberId,
  isBusy,
  act,
}: {
  connection: Connection | undefined;
  graph: { graphUrl: string; graphVersion: string };
  numberId: number | undefined;
  isBusy: boolean;
  act: (act: ConnectAct) => void;
}) {
  const { t } = useTranslation("connecting");
  const isKept = canKeepToken(connection);
  const isFine = connection?.steps.some(({ step, isDone }) => step === "token" && isDone) ?? false;
  const [isReplacing, setReplacing] = useState(false);
  const submit = (fields: FormData) => {
    const token = textOf(fields, "token").trim();
    const given = {
      graphUrl: textOf(fields, "graphUrl").trim().replace(/\/+$/, ""),
      graphVersion: textOf(fields, "graphVersion").trim(),
    };
    setReplacing(false);
    act(
      connection
        ? { kind: "token", ...given, ...(token && { token }) }
        : { kind: "begin", ...given, token, numberId },
    );
  };
  if (isFine && !isReplacing)
    return (
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>{t("token.there")}</p>
        <Button onClick={() => setReplacing(true)}>{t("token.replace")}</Button>
        <Button disabled={isBusy} onClick={() => act({ kind: "check", step: "token" })}>
          {t("checkAgain")}
        </Button>
      </div>
    );
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <p className="flex flex-wrap gap-x-2 text-line text-ink2">
        {t("token.needs")}
        {NEEDED_PERMISSIONS.map((name) => (
          <code key={name} dir="ltr" className="font-sans font-medium text-ink">
            {name}
          </code>
        ))}
      </p>
      <TextField
        label={t("token.field")}
        name="token"
        type="password"
        autoComplete="off"
        dir="ltr"
        spellCheck={false}
        required={!isKept}
        hint={isKept && t("token.kept")}
      />
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_7rem]">
        <TextField
          label={t("token.graph")}
          name="graphUrl"
          type="url"
          dir="ltr"
          required
          hint={t("token.graphHint")}
          defaultValue={connection?.graphUrl ?? graph.graphUrl}
        />
        <TextField
          label={t("token.version")}
          name="graphVersion"
          dir="ltr"
          required
          pattern="v\d{1,3}\.\d{1,2}"
          title={t("token.versionForm")}
          defaultValue={connection?.graphVersion ?? graph.graphVersion}
        />
      </div>
      <Button type="submit" kind="primary" size="large" disabled={isBusy} className="self-start">
        {t("token.submit")}
      </Button>
    </form>
  );
}
