import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/api/conversations.ts";

type Ids = Pick<Contact, "phone" | "username"> & Partial<Pick<Contact, "previousPhones" | "profileName">>;

/** How WhatsApp knows somebody: phone and username side by side, numbers they had before, the name they gave themselves. */
export function ContactIds({ phone, username, previousPhones = [], profileName = null }: Ids) {
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
      {previousPhones.length > 0 && (
        <span className="block text-label text-ink3">
          {t("ids.before")}{" "}
          {previousPhones.map((previous, index) => (
            <span key={previous}>
              {index > 0 && " · "}
              <bdi dir="ltr" className="tabular-nums">
                +{previous}
              </bdi>
            </span>
          ))}
        </span>
      )}
    </>
  );
}
