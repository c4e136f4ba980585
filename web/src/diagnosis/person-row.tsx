import { useTranslation } from "react-i18next";
import { ROLES, type Role } from "../../../shared/diagnosis/diagnosis.ts";
import { Select } from "../ui/select.tsx";
import type { ShownPerson } from "./talk.ts";

/** Somebody of the chat: for what they were taken, why, and another choice. */
export function PersonRow({
  person: { shownAs, role, messages, reasons, isUnsure },
  onChange,
}: {
  person: ShownPerson;
  onChange: (role: Role) => void;
}) {
  const { t } = useTranslation("diagnosis");
  const facts = [
    t("people.messages", { count: messages }),
    ...(isUnsure ? [t("people.unsure")] : []),
    reasons,
  ];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_8.25rem] items-start gap-x-3 border-b border-line py-2">
      <div className="min-w-0">
        <p className="font-semibold">
          <bdi>{shownAs}</bdi>
        </p>
        <p className="text-label text-ink3">{facts.filter(Boolean).join(" · ")}</p>
      </div>
      <Select
        label={t("people.roleOf", { name: shownAs })}
        isLabelHidden
        choices={ROLES.map((each) => ({ value: each, text: t(`people.role.${each}`) }))}
        value={role}
        onChange={onChange}
      />
    </li>
  );
}
