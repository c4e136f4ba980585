import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { PinSign } from "./phone-glyphs.tsx";
import { readCoordinates } from "./read-coordinates.ts";
import { Sheet, SheetRow } from "./sheet.tsx";

export type Place = { latitude: number; longitude: number; name?: string; address?: string };

/** Places of the sample people, so that a pin is one press. */
const PLACES: readonly (Place & { name: string; address: string })[] = [
  {
    latitude: 40.4203,
    longitude: -3.7058,
    name: "Edificio Mirador, 4B",
    address: "Calle del Pez 21, Madrid",
  },
  { latitude: 25.0772, longitude: 55.1397, name: "Marina Gate 2", address: "Dubai Marina" },
  { latitude: 51.5235, longitude: -0.0764, name: "Calvert Avenue 9", address: "London E2" },
  { latitude: 18.5074, longitude: 73.8077, name: "Green Park, gate 2", address: "Kothrud, Pune" },
];

export function PlaceSheet({ onClose, onSend }: { onClose: () => void; onSend: (place: Place) => void }) {
  const { t } = useTranslation("phones");
  const [name, setName] = useState("");
  const [where, setWhere] = useState("");
  const [isWrong, setWrong] = useState(false);
  return (
    <Sheet title={t("place.title")} onClose={onClose}>
      {PLACES.map((place) => (
        <SheetRow
          key={place.name}
          mark={<PinSign />}
          text={place.name}
          detail={place.address}
          onPress={() => onSend(place)}
        />
      ))}
      <form
        className="mt-3 flex flex-col gap-3 border-t border-line pt-3"
        onSubmit={(event) => {
          event.preventDefault();
          const at = readCoordinates(where);
          setWrong(at === null);
          if (at) onSend({ ...at, ...(name.trim() && { name: name.trim() }) });
        }}
      >
        <TextField label={t("place.name")} value={name} onChange={(event) => setName(event.target.value)} />
        <TextField
          label={t("place.coordinates")}
          dir="ltr"
          hint={<bdi dir="ltr">25.0772, 55.1397</bdi>}
          value={where}
          error={isWrong ? t("place.wrong") : null}
          onChange={(event) => setWhere(event.target.value)}
        />
        <Button type="submit">{t("place.send")}</Button>
      </form>
    </Sheet>
  );
}
