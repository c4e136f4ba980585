import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.tsx";

/** Says what will happen before it happens. */
export function DeactivateDialog({
  name,
  onClose,
  onConfirm,
}: {
  name: string;
  onClose: () => void;
  onConfirm: () => void;
}) {
  const { t } = useTranslation(["people", "kit"]);
  return (
    <Dialog title={t("deactivateDialog.title", { name })} onClose={onClose}>
      <p className="text-ink2">{t("deactivateDialog.lead")}</p>
      <DialogFoot>
        <Button kind="primary" onClick={onConfirm}>
          {t("deactivateDialog.button")}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t("kit:cancel")}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
