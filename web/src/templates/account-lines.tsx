import { useTranslation } from "react-i18next";
import type { TemplateAccount } from "../../../shared/api/templates.ts";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";

/** For each business account: when WhatsApp was asked last, and what stood in the way. */
export function AccountLines({ accounts }: { accounts: readonly TemplateAccount[] }) {
  return (
    <div role="status" className="text-line text-ink2">
      <ul className="flex flex-col gap-1">
        {accounts.map((account) => (
          <li key={account.businessAccountId}>
            <AccountLine account={account} isOnly={accounts.length === 1} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function AccountLine({ account, isOnly }: { account: TemplateAccount; isOnly: boolean }) {
  const { t } = useTranslation("templates");
  const { ago } = useFormat();
  const now = useNow();
  const { sync, numbers, businessAccountId, canAsk } = account;
  const name = isOnly ? null : numbers.map((number) => number.name).join(", ") || businessAccountId;
  const said = () => {
    if (!canAsk) return t("editor.cannot.no_access");
    if (!sync) return t("page.neverSynced");
    if (sync.endedAt === null) return t("page.syncing");
    if (sync.trouble) return t(`page.trouble.${sync.trouble}`, { code: String(sync.errorCode ?? "") });
    return t("page.synced", { time: ago(sync.endedAt, now) });
  };
  return (
    <span className={sync?.trouble || !canAsk ? "font-medium text-late" : undefined}>
      {name && <bdi className="font-semibold">{name}: </bdi>}
      {said()}
    </span>
  );
}
