import { useTranslation } from "react-i18next";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { mediaAddress, type PhoneMessage } from "./simulator.ts";

/** What was said, seen from the phone: one's own at the end side, the business's at the start. */
export function PhoneBubble({
  message,
  onPress,
}: {
  message: PhoneMessage;
  onPress: (buttonId: string) => void;
}) {
  const { t } = useTranslation(["phones", "kit"]);
  const { clockTime } = useFormat();
  const isOwn = message.from === "phone";
  return (
    <article
      className={cx(
        "max-w-[82%] min-w-32 rounded-strip",
        isOwn ? "self-end bg-sunk" : "on-strip self-start shadow-1",
      )}
    >
      <div className="flex flex-col gap-1 px-3 pt-2 pb-1.5">
        {message.quote && (
          <p className="truncate border-s-2 border-line2 ps-2 text-label text-ink2" dir="auto">
            {message.quote.preview}
          </p>
        )}
        {message.header && (
          <p className="font-semibold" dir="auto">
            {message.header}
          </p>
        )}
        <MediaPart message={message} />
        {message.text && (
          <p className="said" dir="auto">
            {message.text}
          </p>
        )}
        {message.footer && (
          <p className="text-label text-ink3" dir="auto">
            {message.footer}
          </p>
        )}
        <p className="flex items-center justify-end gap-1.5 text-label text-ink2">
          {message.reactions.map((reaction) => (
            <span key={reaction.from}>{reaction.emoji}</span>
          ))}
          <span>
            {clockTime(message.at)}
            {isOwn && t("kit:comma") + t(`state.${message.state}`)}
          </span>
        </p>
      </div>
      {message.buttons.length > 0 && !isOwn && (
        <div className="grid grid-flow-col border-t border-line max-sm:grid-flow-row">
          {message.buttons.map((button) => (
            <button
              key={button.id}
              type="button"
              disabled={message.chosen !== null}
              onClick={() => onPress(button.id)}
              className={cx(
                "min-h-11 border-e border-line px-3 font-semibold last:border-e-0 enabled:hover:bg-sunk disabled:text-ink2",
                message.chosen === button.id && "bg-sunk",
              )}
            >
              <bdi>{button.title}</bdi>
            </button>
          ))}
        </div>
      )}
    </article>
  );
}

function MediaPart({ message }: { message: PhoneMessage }) {
  const { t } = useTranslation("phones");
  const { media, location, contacts } = message;
  if (media?.mime.startsWith("image/"))
    return (
      <img
        src={mediaAddress(media.url)}
        alt={t("photo")}
        className="max-h-52 w-full rounded-strip object-cover"
      />
    );
  if (media?.mime.startsWith("audio/"))
    return (
      // biome-ignore lint/a11y/useMediaCaption: a sample voice note; its words are not known to us
      <audio
        controls
        preload="none"
        src={mediaAddress(media.url)}
        aria-label={t("voice")}
        className="h-9 w-56 max-w-full"
      />
    );
  if (media)
    return (
      <a href={mediaAddress(media.url)} className="underline" dir="auto">
        {media.filename ?? media.mime}
      </a>
    );
  if (location)
    return (
      <p dir="auto">
        <span className="block font-semibold">{location.name}</span>
        <span className="block text-line text-ink2">
          {location.address ?? `${location.latitude.toFixed(4)}, ${location.longitude.toFixed(4)}`}
        </span>
      </p>
    );
  if (contacts.length > 0) return <p dir="auto">{contacts.map((contact) => contact.name).join(", ")}</p>;
  if (message.type === "unsupported") return <p className="text-ink2">{t("unknown")}</p>;
  return null;
}
