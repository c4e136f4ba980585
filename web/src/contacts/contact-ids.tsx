import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/api/conversations.ts";

type Ids = Pick<Contact, "phone" | "username"> &
  Partial<Pick<Contact, "otherPhones" | "previousPhones" | "profileName">>;

/** How WhatsApp knows somebody: phone and username side by side, numbers they had before, the name they gave themselves. */
export function ContactIds({
  phone,
  username,
  otherPhones = [],
  previousPhones = [],
  profileName = null,
}: Ids) {
  const { t } = useTranslation("contacts");
  return (
    <>
      <span className="inline-flex flex-wrap items-baseline gap-x-2">
        {phone ? (
          <bdi dir="ltr" className="tabular-nums">
            +{phone}
          </bdi>
        ) : (
          <span className="text-ink3">{t("ids.noPhone")}</span>
        )}
        {username && <bdi dir="ltr">@{username}</bdi>}
        {profileName && (
          <span>
            {t("ids.calls")} <bdi>“{profileName}”</bdi>
          </span>
        )}
      </span>
      <Phones label={t("ids.also")} phones={otherPhones} />
      <Phones label={t("ids.before")} phones={previousPhones} />
    </>
  );
}

function Phones({ label, phones }: { label: string; phones: readonly string[] }) {
  if (phones.length === 0) return null;
  return (
    <span className="block text-label text-ink3">
      {label}{" "}
      {phones.map((phone, index) => (
        <span key={phone}>
          {index > 0 && " · "}
          <bdi dir="ltr" className="tabular-nums">
            +{phone}
          </bdi>
        </span>
      ))}
    </span>
  );
}
