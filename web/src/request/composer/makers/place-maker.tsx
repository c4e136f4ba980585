import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { PlaceSketch } from "../../message/place-sketch.tsx";
import { PinSign } from "../glyphs.tsx";
import type { MakerProps } from "./maker.tsx";
import { MakerFrame } from "./maker-frame.tsx";
import { isShortLink, placeIn } from "./map-link.ts";

type Finding = "no" | "finding" | "denied" | "failed";

/** A place: this device's own, or what is pasted. It is drawn before it goes, so that a wrong sign is seen. */
export function PlaceMaker({ text, ...frame }: MakerProps) {
  const { t } = useTranslation("composer");
  const [pasted, setPasted] = useState(placeIn(text) ? text : "");
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const [finding, setFinding] = useState<Finding>("no");
  const place = placeIn(pasted);
  const find = () => {
    setFinding("finding");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setFinding("no");
        setPasted(`${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`);
      },
      ({ code, PERMISSION_DENIED }) => setFinding(code === PERMISSION_DENIED ? "denied" : "failed"),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  };
  const wrong = pasted.trim() !== "" && !place ? t(isShortLink(pasted) ? "place.short" : "place.none") : null;
  return (
    <MakerFrame
      {...frame}
      title={t("place.title")}
      action={t("place.send")}
      message={
        place && {
          kind: "location",
          ...place,
          ...(name.trim() && { name: name.trim() }),
          ...(address.trim() && { address: address.trim() }),
        }
      }
    >
      <div className="flex flex-col gap-3 sm:flex-row">
        <div className="flex min-w-0 flex-1 flex-col gap-3">
          <TextField
            label={t("place.paste")}
            hint={<bdi>{t("place.hint")}</bdi>}
            error={wrong}
            value={pasted}
            dir="ltr"
            onChange={(event) => setPasted(event.target.value)}
          />
          <div className="flex flex-wrap items-center gap-2">
            <Button size="small" onClick={find} disabled={finding === "finding"}>
              <span className="inline-flex items-center gap-1.5">
                <PinSign className="size-4" />
                {t(finding === "finding" ? "place.finding" : "place.here")}
              </span>
            </Button>
            {(finding === "denied" || finding === "failed") && (
              <p role="alert" className="text-line text-late">
                {t(`place.${finding}`)}
              </p>
            )}
          </div>
        </div>
        {place && (
          <div className="w-full sm:w-56">
            <PlaceSketch place={place} />
          </div>
        )}
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t("place.name")}
          value={name}
          maxLength={1000}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t("place.address")}
          value={address}
          maxLength={1000}
          onChange={(event) => setAddress(event.target.value)}
        />
      </div>
    </MakerFrame>
  );
}
