import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { useFormat } from "../../ui/format.ts";
import { MediaMissing } from "./media-missing.tsx";
import { PhotoGrid } from "./photo-grid.tsx";
import { PlaceCard } from "./place-card.tsx";
import { Placeholder } from "./placeholder.tsx";
import { Said } from "./said.tsx";
import { VoiceNote } from "./voice-note.tsx";

const SEEN = new Set(["image", "video", "sticker"]);
export const isSeen = (message: Message): boolean => SEEN.has(message.kind);

/** What a message holds, of whatever kind. A kind that is not known is a placeholder, never nothing. */
export function MessageBody({ message, hasKey }: { message: Message; hasKey?: boolean }) {
  const { t } = useTranslation("request");
  if (message.isRevoked) return <p className="text-body text-ink3 italic">{t("message.revoked")}</p>;
  // What was chosen is also the message's text.
  const isSaid = message.kind === "notice" || message.text === message.content.choice?.title;
  return (
    <div className="flex flex-col gap-2">
      <Held message={message} hasKey={hasKey} />
      {message.text && !isSaid && <Said text={message.text} />}
    </div>
  );
}

function Held({ message, hasKey }: { message: Message; hasKey?: boolean }) {
  const { content, kind } = message;
  switch (kind) {
    case "text":
    case "notice":
    case "system":
      return message.text === null || kind === "notice" ? <Notice message={message} /> : null;
    case "image":
    case "video":
    case "sticker":
      return <PhotoGrid photos={[message]} />;
    case "audio":
      return <VoiceNote message={message} hasKey={hasKey} />;
    case "document":
      return <DocumentCard message={message} />;
    case "location":
      return content.location ? <PlaceCard place={content.location} /> : <Placeholder message={message} />;
    case "contacts":
      return <ContactCards message={message} />;
    case "interactive":
    case "button":
      return <Choice message={message} />;
    case "order":
      return <OrderLines message={message} />;
    case "request_welcome":
    case "call":
      return <Notice message={message} />;
    case "unsupported":
    case "media_placeholder":
    case "unknown":
      return <Placeholder message={message} />;
    default:
      return kind satisfies never;
  }
}

function Notice({ message }: { message: Message }) {
  const { t } = useTranslation();
  return <p className="text-body text-ink2">{message.text ?? t(`message.${message.kind}`)}</p>;
}

function DocumentCard({ message }: { message: Message }) {
  const { t } = useTranslation("request");
  const { number } = useFormat();
  const { media } = message;
  if (!media?.url) return <MediaMissing message={message} />;
  const kilobytes = media.bytes === null ? null : Math.max(1, Math.round(media.bytes / 1024));
  return (
    <a href={media.url} download={message.content.fileName} className="flex items-baseline gap-2 text-body">
      <span className="font-medium underline underline-offset-2">
        <bdi>{message.content.fileName ?? t("document.unnamed")}</bdi>
      </span>
      {kilobytes !== null && (
        <span className="text-label text-ink3">{t("document.size", { size: number(kilobytes) })}</span>
      )}
    </a>
  );
}

function ContactCards({ message }: { message: Message }) {
  return (
    <ul className="flex flex-col gap-1">
      {message.content.contacts?.map((card) => (
        <li key={`${card.name} ${card.phones.join(" ")}`} className="text-body">
          <bdi className="font-semibold">{card.name}</bdi>{" "}
          <bdi dir="ltr" className="text-ink2">
            {card.phones.join(", ")}
          </bdi>
        </li>
      ))}
    </ul>
  );
}

function Choice({ message }: { message: Message }) {
  const { t } = useTranslation("request");
  const { choice, form } = message.content;
  if (!choice) return <p className="text-body text-ink2">{form ? t("message.form") : null}</p>;
  return (
    <p className="text-body">
      <span className="text-ink3">{t("message.chose")}</span>{" "}
      <bdi className="font-semibold">{choice.title}</bdi>
      {choice.description && <span className="block text-line text-ink2">{choice.description}</span>}
    </p>
  );
}

function OrderLines({ message }: { message: Message }) {
  const { number } = useFormat();
  return (
    <ul className="text-body">
      {message.content.order?.map((line) => (
        <li key={line.product}>
          {number(line.quantity)} × <bdi>{line.product}</bdi>
          {line.price && <span className="text-ink3"> {line.price}</span>}
        </li>
      ))}
    </ul>
  );
}
