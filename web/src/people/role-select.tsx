import { useTranslation } from "react-i18next";
import { ROLES, type Role } from "../../../shared/request.ts";
import { Select } from "../ui/select.tsx";

/** A role with a line on what it may. */
export function RoleSelect({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const { t } = useTranslation(["people", "domain"]);
  return (
    <Select
      label={t("field.role")}
      hint={t(`domain:roleMay.${value}`)}
      choices={ROLES.map((role) => ({ value: role, text: t(`domain:role.${role}`) }))}
      value={value}
      onChange={onChange}
    />
  );
}
