import { useTranslation } from "react-i18next";
import type { Person } from "../../../shared/api/people.ts";
import { ROLES, type Role } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { buttonClass } from "../ui/button.tsx";
import { ChevronGlyph } from "../ui/glyphs.tsx";
import { Menu, type MenuChoice } from "../ui/menu.tsx";

type Key = Role | "reset" | "deactivate" | "activate";

/** What an admin may do with a person. One does not deactivate oneself. */
export function PersonActions({
  person,
  onRole,
  onReset,
  onDeactivate,
  onActivate,
}: {
  person: Person;
  onRole: (role: Role) => void;
  onReset: () => void;
  onDeactivate: () => void;
  onActivate: () => void;
}) {
  const { t } = useTranslation(["people", "domain"]);
  const me = useMe();
  const choice = (key: Key, text: string, hint?: string): MenuChoice<Key> => ({
    kind: "choice",
    key,
    text,
    hint,
  });
  const choices: MenuChoice<Key>[] = person.isActive
    ? [
        ...ROLES.filter((role) => role !== person.role).map((role) =>
          choice(role, t("menu.make", { role: t(`domain:role.${role}`) })),
        ),
        { kind: "line" },
        choice("reset", t("menu.reset")),
        ...(person.id === me.id ? [] : [choice("deactivate", t("menu.deactivate"))]),
      ]
    : [choice("activate", t("menu.activate"))];
  return (
    <Menu
      label={t("menu.label", { name: person.name })}
      trigger={<ChevronGlyph />}
      triggerClassName={buttonClass("quiet", "small", "touch:min-w-11")}
      choices={choices}
      onChoose={(key) => {
        if (key === "reset") onReset();
        else if (key === "deactivate") onDeactivate();
        else if (key === "activate") onActivate();
        else onRole(key);
      }}
    />
  );
}
