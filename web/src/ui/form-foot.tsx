import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { DialogFoot } from "./dialog.tsx";

/** The foot of a dialog that is a form: what it does, and leaving it as it was. */
export function FormFoot({
  action,
  isOff,
  onClose,
}: {
  action: string;
  isOff: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("kit");
  return (
    <DialogFoot>
      <Button type="submit" kind="primary" disabled={isOff}>
        {action}
      </Button>
      <Button kind="quiet" onClick={onClose}>
        {t("cancel")}
      </Button>
    </DialogFoot>
  );
}
