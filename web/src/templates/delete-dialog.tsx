import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Template, templatesApi } from "../../../shared/api/templates.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.tsx";
import { spokenName } from "./language-names.ts";
import { useTemplateChange, useTemplateFailure, useTemplates } from "./use-templates.ts";

export function DeleteDialog({ template, onClose }: { template: Template; onClose: () => void }) {
  const { t } = useTranslation("templates");
  const navigate = useNavigate();
  const failureWords = useTemplateFailure();
  const remove = useTemplateChange(templatesApi.deleteTemplate);
  const { id, name, businessAccountId } = template;
  const others = useTemplates().data?.templates.filter(
    (each) =>
      each.name === name &&
      each.id !== id &&
      each.state !== "deleted" &&
      each.businessAccountId === businessAccountId,
  );
  const press = (languages: "this" | "all") =>
    remove.mutate(
      { params: { id }, query: { languages } },
      { onSuccess: () => void navigate({ to: "/settings/templates" }) },
    );
  return (
    <Dialog title={t("editor.removeTitle", { name: spokenName(name) })} onClose={onClose}>
      <p className="text-ink2">{t("editor.removeText")}</p>
      {remove.error && (
        <p role="alert" className="font-medium text-late">
          {failureWords(remove.error)}
        </p>
      )}
      <DialogFoot>
        <Button kind="late" disabled={remove.isPending} onClick={() => press("this")}>
          {t(others?.length ? "editor.removeThis" : "editor.remove")}
        </Button>
        {Boolean(others?.length) && (
          <Button kind="late" disabled={remove.isPending} onClick={() => press("all")}>
            {t("editor.removeAll")}
          </Button>
        )}
        <Button kind="quiet" onClick={onClose}>
          {t("editor.cancel")}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
