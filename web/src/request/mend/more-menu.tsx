import { useTranslation } from "react-i18next";
import { buttonClass } from "../../ui/button.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import { Popup, PopupItem } from "../popup.tsx";

/** What is done seldom with a request. */
export function MoreMenu({ onMerge, onChoose }: { onMerge: () => void; onChoose: () => void }) {
  const { t } = useTranslation("mend");
  return (
    <Popup
      label={t("menu.label")}
      trigger={<Dots />}
      triggerClassName={buttonClass("plain", "regular", "w-9 px-0! touch:w-11")}
      className="end-0"
    >
      {(close) => (
        <>
          <PopupItem
            onPress={() => {
              close();
              onMerge();
            }}
          >
            {t("menu.merge")} <KeyHint keys="KeyJ" className="ms-auto" />
          </PopupItem>
          <PopupItem
            onPress={() => {
              close();
              onChoose();
            }}
          >
            {t("menu.choose")} <KeyHint keys="KeyX" className="ms-auto" />
          </PopupItem>
        </>
      )}
    </Popup>
  );
}

const Dots = () => (
  <svg viewBox="0 0 16 4" className="h-1 w-4 fill-current" aria-hidden="true">
    <circle cx="2.5" cy="2" r="1.5" />
    <circle cx="8" cy="2" r="1.5" />
    <circle cx="13.5" cy="2" r="1.5" />
  </svg>
);
