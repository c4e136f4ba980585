import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Template } from "../../../shared/api/templates.ts";
import type { OutgoingInput } from "../../../shared/outgoing.ts";
import { hasRole } from "../../../shared/request.ts";
import { type FilledTemplate, isBeyondUs } from "../../../shared/template.ts";
import { useMe } from "../api/queries.ts";
import { buttonClass } from "../ui/button.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { TemplateChoices } from "./template-choices.tsx";
import { TemplateFill } from "./template-fill.tsx";
import { useTemplateFailure, useTemplates } from "./use-templates.ts";

export type TemplatePickerProps = {
  /** For whom it is filled in: a conversation, or a contact nobody has written to yet. */
  conversationId: number | null;
  requestId: number | null;
  contactId?: number | null;
  /** Only templates of its business account can go out. */
  numberId: number;
  /** Complete and ready to be sent as it is; `preview` is what the client will see. */
  onChoose: (message: Extract<OutgoingInput, { kind: "template" }>, preview: FilledTemplate) => void;
  /** What the last button says; "Send" unless told otherwise. */
  actionText?: string;
  /** While what was chosen is on its way. */
  isBusy?: boolean;
};

/**
 * Chooses an approved template, fills it from the request and shows it as the client will see it. It has no frame
 * of its own: it stands in the composer, or in a dialog.
 */
export function TemplatePicker(props: TemplatePickerProps) {
  const { t } = useTranslation(["templates", "kit"]);
  const list = useTemplates();
  const failureWords = useTemplateFailure();
  const [chosenId, setChosenId] = useState<number | null>(null);
  if (list.isPending)
    return (
      <Loading className="flex flex-col gap-2">
        <StripSkeleton />
        <StripSkeleton />
      </Loading>
    );
  if (!list.data)
    return (
      <ErrorPanel
        title={t("picker.error")}
        actions={[{ text: t("kit:tryAgain"), onPress: () => void list.refetch() }]}
      >
        {failureWords(list.error)}
      </ErrorPanel>
    );
  const account = list.data.accounts.find(({ numbers }) => numbers.some(({ id }) => id === props.numberId));
  const all = list.data.templates.filter(
    ({ businessAccountId, state }) => businessAccountId === account?.businessAccountId && state !== "deleted",
  );
  const able = all.filter(canGo);
  const chosen = able.find(({ id }) => id === chosenId);
  if (able.length === 0) return <Nothing />;
  if (chosen)
    return <TemplateFill key={chosen.id} {...props} template={chosen} onBack={() => setChosenId(null)} />;
  return (
    <TemplateChoices
      templates={able}
      others={all.length - able.length}
      onChoose={({ id }) => setChosenId(id)}
    />
  );
}

const canGo = ({ state, definition, category }: Template): boolean =>
  state === "approved" && category !== "authentication" && !isBeyondUs(definition);

function Nothing() {
  const { t } = useTranslation("templates");
  const isManager = hasRole(useMe().role, "manager");
  return (
    <div className="flex flex-col items-start gap-1.5">
      <p className="text-title font-semibold">{t("picker.none")}</p>
      <p className="text-body text-ink2">{t("picker.noneText")}</p>
      {isManager && (
        <Link to="/settings/templates" className={buttonClass("plain", "small", "mt-1")}>
          {t("picker.write")}
        </Link>
      )}
    </div>
  );
}
