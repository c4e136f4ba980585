import { useTranslation } from "react-i18next";
import type { RequestPage } from "../../../../shared/api/requests.ts";
import { Segmented } from "../../ui/segmented.tsx";

type Parties = RequestPage["parties"];

/** To whom one writes, where a request holds words of several; only where there is a choice. */
export function ReplyTo({
  parties,
  value,
  onChange,
}: {
  parties: Parties;
  value: number;
  onChange: (conversationId: number) => void;
}) {
  const { t } = useTranslation("mend");
  if (parties.length < 2) return null;
  const isSaidTwice = (name: string) => parties.filter((party) => party.name === name).length > 1;
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <span className="text-label font-medium text-ink2" aria-hidden="true">
        {t("replyTo")}
      </span>
      <Segmented
        label={t("replyTo")}
        value={String(value)}
        onChange={(chosen) => onChange(Number(chosen))}
        choices={parties.map(({ conversationId, name, number }) => ({
          value: String(conversationId),
          text: isSaidTwice(name) ? `${name} · ${number}` : name,
        }))}
      />
    </div>
  );
}
