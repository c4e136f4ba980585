import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Popup, PopupItem } from "../popup.tsx";
import {
  AskPhoneSign,
  AskPinSign,
  ButtonsSign,
  CameraSign,
  CardSign,
  ClipSign,
  ListSign,
  PinSign,
  PlusSign,
  TemplateSign,
} from "./glyphs.tsx";

/** What is made in a form of its own. */
export const MAKINGS = [
  "location",
  "contacts",
  "buttons",
  "list",
  "ask_location",
  "ask_contact",
  "template",
] as const;
export type Making = (typeof MAKINGS)[number];

const SIGNS: Record<Making, ReactNode> = {
  location: <PinSign />,
  contacts: <CardSign />,
  buttons: <ButtonsSign />,
  list: <ListSign />,
  ask_location: <AskPinSign />,
  ask_contact: <AskPhoneSign />,
  template: <TemplateSign />,
};

const HAS_CAMERA = window.matchMedia("(pointer: coarse)").matches;

/** Everything that is not plain words, behind one button. */
export function AddMenu({
  isOff,
  onFiles,
  onMake,
}: {
  isOff: boolean;
  onFiles: (files: File[]) => void;
  onMake: (making: Making) => void;
}) {
  const { t } = useTranslation("composer");
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const input = {
    type: "file",
    hidden: true,
    tabIndex: -1,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      onFiles([...(event.target.files ?? [])]);
      // The same file may be chosen again.
      event.target.value = "";
    },
  };
  return (
    <>
      <input {...input} ref={files} multiple aria-label={t("add.file")} />
      {HAS_CAMERA && (
        <input {...input} ref={camera} accept="image/*" capture="environment" aria-label={t("add.camera")} />
      )}
      <Popup
        label={t("add.label")}
        trigger={<PlusSign />}
        triggerClassName={TOOL}
        side="above"
        isOff={isOff}
        className="touch:grid touch:w-74 touch:grid-cols-3 touch:px-1"
      >
        {(close) => {
          const after = (act: () => void) => () => {
            close();
            act();
          };
          return (
            <>
              <PopupItem isTile mark={<ClipSign />} onPress={after(() => files.current?.click())}>
                {t("add.file")}
              </PopupItem>
              {HAS_CAMERA && (
                <PopupItem isTile mark={<CameraSign />} onPress={after(() => camera.current?.click())}>
                  {t("add.camera")}
                </PopupItem>
              )}
              {MAKINGS.map((making) => (
                <PopupItem key={making} isTile mark={SIGNS[making]} onPress={after(() => onMake(making))}>
                  {t(`add.${making}`)}
                </PopupItem>
              ))}
            </>
          );
        }}
      </Popup>
    </>
  );
}

/** The look of the composer's small tools. */
export const TOOL =
  "inline-flex size-8 shrink-0 cursor-pointer items-center justify-center rounded-control text-ink2 transition-colors hover:bg-sunk hover:text-ink disabled:cursor-default disabled:text-ink3 disabled:hover:bg-transparent aria-expanded:bg-sunk aria-expanded:text-ink touch:size-11";
