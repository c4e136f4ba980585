import { useTranslation } from "react-i18next";
import type { Connection, FoundNumber } from "../../../shared/api/connecting.ts";
import { textOf } from "../people/gate-form.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { ConnectAct } from "./use-connecting.ts";

type Props = { connection: Connection; isBusy: boolean; act: (act: ConnectAct) => void };

/** The account, its numbers, and the PIN where a number is not registered. */
export function ConnectNumber({ connection, isBusy, act }: Props) {
  const { t } = useTranslation("connecting");
  const needsPin = connection.checks.some(
    ({ check, level, code }) => check === "registration" && level !== "fine" && code !== "not_verified",
  );
  return (
    <>
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const accountId = textOf(new FormData(event.currentTarget), "accountId").trim();
          act({ kind: "account", accountId });
        }}
      >
        <TextField
          key={connection.accountId}
          className="min-w-56 flex-1"
          label={t("number.account")}
          name="accountId"
          dir="ltr"
          inputMode="numeric"
          pattern="\s*\d{5,25}\s*"
          title={t("number.accountForm")}
          required
          list="accounts"
          defaultValue={connection.accountId ?? connection.accountIds[0] ?? ""}
        />
        <datalist id="accounts">
          {connection.accountIds.map((id) => (
            <option key={id} value={id} />
          ))}
        </datalist>
        <Button type="submit" kind={connection.numbers.length > 0 ? "plain" : "primary"} disabled={isBusy}>
          {t("number.list")}
        </Button>
      </form>
      {connection.numbers.length > 0 && <NumberList {...{ connection, isBusy, act }} />}
      {connection.numberId !== null && needsPin && (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            act({ kind: "register", pin: textOf(new FormData(event.currentTarget), "pin") });
          }}
        >
          <TextField
            className="max-w-80"
            label={t("number.pin")}
            name="pin"
            dir="ltr"
            inputMode="numeric"
            autoComplete="off"
            pattern="\d{6}"
            maxLength={6}
            required
            hint={t("number.pinHint")}
          />
          <Button type="submit" kind="primary" disabled={isBusy} className="mb-6">
            {t("number.register")}
          </Button>
        </form>
      )}
    </>
  );
}

function NumberList({ connection, isBusy, act }: Props) {
  const { t } = useTranslation("connecting");
  return (
    <div>
      <h3 className="mb-1 text-label font-medium text-ink2">{t("number.choose")}</h3>
      <ul className="border-t border-line">
        {connection.numbers.map((number) => {
          const isChosen = number.phoneNumberId === connection.phoneNumberId;
          const isWanted = isChosen || number.phoneNumberId === connection.wantedPhoneNumberId;
          const isOnly = connection.numbers.length === 1;
          return (
            <li
              key={number.phoneNumberId}
              className="flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-line py-3 last:border-b-0 last:pb-0"
            >
              <div className="min-w-48 flex-1">
                <p className="font-semibold">
                  <bdi>{number.name ?? number.phone}</bdi>
                </p>
                <p className="text-ink2">
                  <bdi dir="ltr">{number.phone}</bdi>
                </p>
                <NumberWords number={number} />
              </div>
              {!isChosen && (
                <Button
                  kind={connection.numberId === null && (isWanted || isOnly) ? "primary" : "plain"}
                  disabled={isBusy}
                  onClick={() => act({ kind: "number", phoneNumberId: number.phoneNumberId })}
                >
                  {t("number.use")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What Meta says of it, in one line. */
function NumberWords({ number }: { number: FoundNumber }) {
  const { t } = useTranslation(["connecting", "kit"]);
  const people = /^TIER_(\d+K?)$/.exec(number.limit ?? "")?.[1]?.replace("K", "000");
  const words = [
    t(`number.quality.${number.quality}`),
    people && t("number.limit", { limit: Number(people) }),
    number.limit === "TIER_UNLIMITED" && t("number.unlimited"),
    number.isOnPhone && t("number.onPhone"),
    !number.isRegistered && t("number.notRegistered"),
    number.known === "unclaimed" && t("number.unclaimed"),
    number.known === "ours" && t("number.ours"),
  ].filter(Boolean);
  return <p className="text-line text-ink3">{words.join(" · ")}</p>;
}
