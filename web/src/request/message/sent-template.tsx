import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import type { MessageContent } from "../../../../shared/message.ts";
import { DocumentCard } from "./document-card.tsx";
import { PhotoGrid } from "./photo-grid.tsx";
import { Placeholder } from "./placeholder.tsx";

const CATEGORIES = ["utility", "marketing", "authentication"] as const;

/** Which template it was, and of what category: that is what it costs by. */
export function TemplateLine({ template }: { template: NonNullable<MessageContent["template"]> }) {
  const { t } = useTranslation("thread");
  const category = CATEGORIES.find((known) => known === template.category.toLowerCase()) ?? "other";
  return (
    <p className="flex flex-wrap gap-x-2 text-label text-ink2">
      <span>{t("sent.template", { name: `\u2068${template.name}\u2069` })}</span>
      <span>{t(`sent.category.${category}`)}</span>
    </p>
  );
}

/** The file above its words, if it has one. */
export function TemplateFile({ message }: { message: Message }) {
  const { media, text, content } = message;
  if (!media) return text === null ? <Placeholder message={message} /> : null;
  return content.template?.header === "document" ? (
    <DocumentCard message={message} />
  ) : (
    <PhotoGrid photos={[message]} />
  );
}
