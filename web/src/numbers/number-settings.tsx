import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../api/queries.ts";
import { buttonClass } from "../ui/button.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { NumberName } from "./number-name.tsx";
import { NumberSecrets } from "./number-secrets.tsx";
import { NumberTakeOff } from "./number-take-off.tsx";
import { OpeningPart } from "./opening-part.tsx";
import { useNumberSettings } from "./use-settings.ts";

/** On the number's card, for admins: opened when it is wanted. One that is not set up leads to the guided page. */
export function NumberSettingsPart({ id, kind }: { id: number; kind: "real" | "sample" | "unclaimed" }) {
  const { t } = useTranslation("connecting");
  const isAdmin = useMe().role === "admin";
  if (!isAdmin || kind === "sample") return null;
  if (kind === "unclaimed")
    return (
      <Link
        to="/settings/numbers/connect"
        search={{ number: id }}
        className={buttonClass("primary", "regular", "self-start")}
      >
        {t("settings.connect")}
      </Link>
    );
  return (
    <OpeningPart open={t("settings.open")} close={t("close")}>
      <Opened id={id} />
    </OpeningPart>
  );
}

function Opened({ id }: { id: number }) {
  const { t } = useTranslation(["connecting", "kit"]);
  const failureWords = useFailureWords();
  const parts = useNumberSettings(id);
  const { data, isPending, error, refetch } = parts.settings;
  if (isPending)
    return (
      <Loading>
        <StripSkeleton className="h-40" />
      </Loading>
    );
  if (!data)
    return (
      <ErrorPanel title={t("error")} actions={[{ text: t("kit:tryAgain"), onPress: () => void refetch() }]}>
        {failureWords(error)}
      </ErrorPanel>
    );
  const failed = failureWords(
    parts.change.error ?? parts.replace.error ?? parts.check.error ?? parts.disconnect.error,
  );
  return (
    <section aria-label={t("settings.title")} className="flex flex-col gap-6">
      {data.isFromEnvironment && <p className="max-w-[70ch] text-ink2">{t("settings.environment")}</p>}
      <NumberName settings={data} parts={parts} />
      {data.disconnectedAt === null && <NumberSecrets settings={data} parts={parts} />}
      {failed && (
        <p role="alert" className="font-medium text-late">
          {failed}
        </p>
      )}
      <NumberTakeOff settings={data} parts={parts} />
    </section>
  );
}
