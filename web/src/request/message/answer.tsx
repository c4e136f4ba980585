import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { intlTag } from "../../texts/i18n.ts";
import { isolated } from "../event-words.tsx";
import { formFields } from "./form-fields.ts";
import { PhoneGlyph } from "./phone-glyph.tsx";
import { Placeholder } from "./placeholder.tsx";

/** What somebody chose, filled in or allowed. The question it answers stands above it as a quote. */
export function Answer({ message }: { message: Message }) {
  const { t } = useTranslation("thread");
  const { choice, form, callPermission } = message.content;
  if (choice)
    return (
      <div className="flex items-start gap-2.5">
        <ChosenGlyph />
        <p className="min-w-0 text-message">
          <span className="sr-only">{t("chose")} </span>
          <bdi className="font-semibold">{choice.title}</bdi>
          {choice.description && (
            <span className="block text-line text-ink2" dir="auto">
              {choice.description}
            </span>
          )}
        </p>
      </div>
    );
  if (form !== undefined) return <Filled form={form} name={message.content.formName} />;
  if (callPermission) return <MayCall permission={callPermission} />;
  return message.text === null ? <Placeholder message={message} /> : null;
}

function Filled({ form, name }: { form: string; name: string | undefined }) {
  const { t } = useTranslation("thread");
  const fields = formFields(form);
  // `flow` is what Meta calls every form.
  const title = name && name !== "flow" ? t("form.named", { name: isolated(name) }) : t("form.filled");
  const said = (value: string | boolean) =>
    typeof value === "boolean" ? t(value ? "form.yes" : "form.no") : value;
  return (
    <div className="min-w-0">
      <p className="text-line font-medium text-ink2">{title}</p>
      {fields.length === 0 ? (
        <p className="mt-1 text-body text-ink2">{t("form.empty")}</p>
      ) : (
        <dl className="mt-1.5 grid grid-cols-[minmax(4rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1 text-body">
          {fields.map(({ name: field, value }, place) => (
            <div key={place} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-ink2" dir="auto">
                {field}
              </dt>
              <dd className={field ? "" : "col-span-2"} dir="auto">
                {said(value)}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

type Permission = NonNullable<Message["content"]["callPermission"]>;

function MayCall({ permission }: { permission: Permission }) {
  const { t, i18n } = useTranslation("thread");
  const isYes = permission.answer === "accept";
  const date = new Intl.DateTimeFormat(intlTag(i18n.language), { day: "numeric", month: "long" });
  return (
    <p className="flex items-center gap-2.5 text-message font-semibold">
      <PhoneGlyph isOff={!isYes} />
      {isYes && permission.until
        ? t("mayCall.acceptUntil", { time: date.format(new Date(permission.until)) })
        : t(isYes ? "mayCall.accept" : "mayCall.reject")}
    </p>
  );
}

const ChosenGlyph = () => (
  <svg
    viewBox="0 0 16 16"
    className="mirrored mt-1 size-4 shrink-0 stroke-ink2"
    fill="none"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d="M3 2.5v4.2a2.6 2.6 0 0 0 2.6 2.6h7M9.6 6.3l3 3-3 3" />
  </svg>
);
