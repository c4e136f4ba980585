import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type TradeArea, tradeApi } from "../../../shared/api/trade.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FormFoot } from "../ui/form-foot.tsx";
import { TextArea, TextField } from "../ui/text-field.tsx";
import { FormError } from "./form-error.tsx";
import { isNameTaken, useTradeChange } from "./use-trade.ts";

export function AreaDialog({ area, onClose }: { area: TradeArea | null; onClose: () => void }) {
  const { t } = useTranslation("trade");
  const add = useTradeChange(tradeApi.addArea);
  const change = useTradeChange(tradeApi.changeArea);
  const [name, setName] = useState(area?.name ?? "");
  const [places, setPlaces] = useState(area?.places.join("\n") ?? "");
  const error = add.error ?? change.error;
  const isOff = !name.trim() || add.isPending || change.isPending;
  const keep = () => {
    if (isOff) return;
    const lines = places
      .split(/[\n,;،؛]/)
      .map((line) => line.trim())
      .filter((line) => line.length > 1);
    const body = { name: name.trim(), places: lines };
    const done = { onSuccess: onClose };
    if (area) change.mutate({ params: { id: area.id }, body: { ...body, version: area.version } }, done);
    else add.mutate({ body }, done);
  };
  return (
    <Dialog title={area ? t("area.editTitle", { name: area.name }) : t("area.newTitle")} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <TextField
          label={t("area.name")}
          value={name}
          maxLength={60}
          autoComplete="off"
          error={isNameTaken(error, name) ? t("area.taken") : null}
          onChange={({ target }) => setName(target.value)}
        />
        <TextArea
          label={t("area.places")}
          hint={t("area.placesHint")}
          rows={6}
          value={places}
          onChange={({ target }) => setPlaces(target.value)}
        />
        <FormError error={error} />
        <FormFoot action={t(area ? "category.save" : "category.add_")} isOff={isOff} onClose={onClose} />
      </form>
    </Dialog>
  );
}
