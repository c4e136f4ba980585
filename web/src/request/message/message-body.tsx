import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { useFormat } from "../../ui/format.ts";
import { Answer } from "./answer.tsx";
import { ContactCards } from "./contact-cards.tsx";
import { DocumentCard } from "./document-card.tsx";
import { isTold } from "./happening-facts.ts";
import { HappeningWords } from "./happening-words.tsx";
import { MediaMissing } from "./media-missing.tsx";
import { OrderLines } from "./order-lines.tsx";
import { PhotoGrid } from "./photo-grid.tsx";
import { PlaceCard } from "./place-card.tsx";
import { Placeholder } from "./placeholder.tsx";
import { ReferralLine } from "./referral-line.tsx";
import { Said } from "./said.tsx";
import { type Chosen, SentChoices } from "./sent-choices.tsx";
import { TemplateFile, TemplateLine } from "./sent-template.tsx";
import { VoiceNote } from "./voice-note.tsx";

const NONE: readonly never[] = [];
const SEEN = new Set(["image", "video", "sticker"]);
export const isSeen = (message: Message): boolean => SEEN.has(message.kind);

/** What a message holds, of whatever kind. A kind that is not known is a placeholder, never nothing. */
export function MessageBody({
  message,
  chosen = NONE,
  hasKey,
}: {
  message: Message;
  /** Of one of ours: what it was answered with. */
  chosen?: readonly Chosen[];
  hasKey?: boolean;
}) {
  if (message.isRevoked) return <TakenBack message={message} />;
  const { content } = message;
  // What was chosen is also the message's text; lines that tell of something have words of their own.
  const isSaid = isTold(message) || message.text === content.choice?.title;
  return (
    <div className="flex flex-col gap-2">
      {content.referral && <ReferralLine referral={content.referral} />}
      {content.product && <ProductLine product={content.product} />}
      {content.template && <TemplateLine template={content.template} />}
      <Held message={message} hasKey={hasKey} />
      {content.header && <Said text={content.header} className="said font-semibold" />}
      {message.text && !isSaid && <Said text={message.text} />}
      {content.footer && <Said text={content.footer} className="said text-line! text-ink2" />}
      <SentChoices content={content} chosen={chosen} />
      <ProblemLine message={message} />
    </div>
  );
}

function Held({ message, hasKey }: { message: Message; hasKey?: boolean }) {
  const { content, kind } = message;
  switch (kind) {
    case "text":
      return message.text === null ? <Placeholder message={message} /> : null;
    case "template":
      return <TemplateFile message={message} />;
    case "image":
    case "video":
      return <PhotoGrid photos={[message]} />;
    case "sticker":
      return <Sticker message={message} />;
    case "audio":
      return <VoiceNote message={message} hasKey={hasKey} />;
    case "document":
      return <DocumentCard message={message} />;
    case "location":
      return content.location ? <PlaceCard place={content.location} /> : <Placeholder message={message} />;
    case "contacts":
      return <ContactCards cards={content.contacts ?? []} />;
    case "interactive":
    case "button":
      // Ours is a question: what it says stands around it.
      if (content.buttons || content.list || content.asks) return null;
      return <Answer message={message} />;
    case "order":
      return <OrderLines lines={content.order ?? []} />;
    case "notice":
    case "system":
    case "request_welcome":
    case "call":
      return <HappeningWords message={message} />;
    case "unsupported":
    case "media_placeholder":
    case "unknown":
      return <Placeholder message={message} />;
    default:
      return kind satisfies never;
  }
}

function TakenBack({ message }: { message: Message }) {
  const { t } = useTranslation("thread");
  const { clockTime } = useFormat();
  return (
    <p className="text-body text-ink2 italic">
      {t("revoked", { time: clockTime(message.revokedAt ?? message.saidAt) })}
    </p>
  );
}

/** No ground and no frame: it is a gesture, not a picture. */
function Sticker({ message }: { message: Message }) {
  const { t } = useTranslation();
  const url = message.media?.url;
  if (!url) return <MediaMissing messages={[message]} />;
  return <img src={url} alt={t("message.sticker")} className="size-32 object-contain" loading="lazy" />;
}

function ProductLine({ product }: { product: string }) {
  const { t } = useTranslation("thread");
  return (
    <p className="border-s-2 border-line2 ps-2.5 text-line text-ink2">
      {t("said.product")} <bdi className="font-semibold text-ink">{product}</bdi>
    </p>
  );
}

/** WhatsApp found fault with something that came nevertheless. */
function ProblemLine({ message }: { message: Message }) {
  const { t } = useTranslation("thread");
  const isTheReason = ["unsupported", "unknown", "media_placeholder"].includes(message.kind);
  if (isTheReason || isTold(message) || message.content.why?.code === undefined) return null;
  return <p className="text-line text-ink2">{t("said.problem")}</p>;
}
