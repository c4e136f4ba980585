import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Owner } from "../../../shared/api/requests.ts";
import { useMe } from "../api/queries.ts";
import { peopleQuery } from "../request/use-request.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { useKey } from "../ui/use-key.ts";
import { ownersOf } from "./suggested-fields.tsx";

const NUMBERED = 9;

/** In whose hands it opens, at once: one key for the first nine. */
export function OwnerPicker({
  suggested,
  onChoose,
  onClose,
}: {
  suggested: Owner;
  onChoose: (owner: Owner) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("desk");
  const { data, isPending } = useQuery(peopleQuery);
  const isSuggested = ({ kind, id }: Owner) => kind === suggested.kind && id === suggested.id;
  const owners = ownersOf(data, suggested);
  const sorted = [...owners.filter(isSuggested), ...owners.filter((owner) => !isSuggested(owner))];
  return (
    <Dialog title={t("assign.title")} onClose={onClose}>
      <p className="-mt-2 text-body text-ink2">{t("assign.lead")}</p>
      <ul data-foot aria-busy={isPending} className="flex flex-col">
        {sorted.map((owner, place) => (
          <li key={`${owner.kind}:${owner.id}`} className="border-t border-line first:border-t-0">
            <OwnerChoice owner={owner} digit={place + 1} onChoose={() => onChoose(owner)} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function OwnerChoice({ owner, digit, onChoose }: { owner: Owner; digit: number; onChoose: () => void }) {
  const { t } = useTranslation("desk");
  const { t: request } = useTranslation("request");
  const me = useMe();
  const isMe = owner.kind === "account" && owner.id === me.id;
  useKey(`Digit${digit}`, onChoose, { inDialog: true, isOff: digit > NUMBERED });
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex min-h-11 w-full items-center gap-3 rounded-strip px-1 py-1.5 text-start hover:bg-sunk"
    >
      {digit <= NUMBERED && <KeyHint keys={`Digit${digit}`} />}
      {owner.kind === "account" && <Avatar name={owner.name} isYou={isMe} />}
      <bdi className="min-w-0 truncate text-title font-semibold">
        {owner.kind === "team"
          ? request("fact.team", { name: owner.name })
          : isMe
            ? t("field.me", { name: owner.name })
            : owner.name}
      </bdi>
    </button>
  );
}
