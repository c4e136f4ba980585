import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Avatar } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { Phone } from "./shapes.ts";
import { Sheet, SheetRow } from "./sheet.tsx";

/** A card out of the address book: one of the others here, or anybody. */
export function CardSheet({
  others,
  onClose,
  onSend,
}: {
  others: readonly Phone[];
  onClose: () => void;
  onSend: (card: { name: string; phone: string }) => void;
}) {
  const { t } = useTranslation("phones");
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  return (
    <Sheet title={t("card.title")} onClose={onClose}>
      {others
        .flatMap(({ id, name: its, waId }) => (waId ? [{ id, its, waId }] : []))
        .map(({ id, its, waId }) => (
          <SheetRow
            key={id}
            mark={<Avatar name={its} className="size-8" />}
            text={its}
            detail={`+${waId}`}
            onPress={() => onSend({ name: its, phone: `+${waId}` })}
          />
        ))}
      <form
        className="mt-3 flex flex-col gap-3 border-t border-line pt-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() && phone.trim()) onSend({ name: name.trim(), phone: phone.trim() });
        }}
      >
        <TextField
          label={t("card.name")}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t("card.number")}
          required
          type="tel"
          dir="ltr"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
        <Button type="submit">{t("card.send")}</Button>
      </form>
    </Sheet>
  );
}
