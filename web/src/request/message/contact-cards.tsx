import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { safeHref } from "./safe-href.ts";

type Card = NonNullable<Message["content"]["contacts"]>[number];

/** People passed on from an address book, or the number a client was asked for. */
export function ContactCards({ cards }: { cards: readonly Card[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {cards.map((card, place) => (
        <OneCard key={place} card={card} />
      ))}
    </ul>
  );
}

function OneCard({ card }: { card: Card }) {
  const { t } = useTranslation("thread");
  return (
    <li className="flex items-start gap-3">
      <PersonGlyph />
      <div className="flex min-w-0 flex-col gap-0.5">
        {card.isAnswer && <p className="text-line text-ink2">{t("card.answer")}</p>}
        <p className="text-message font-semibold">
          {card.name ? <bdi>{card.name}</bdi> : !card.isAnswer && t("card.unnamed")}
        </p>
        {card.company && (
          <p className="text-line text-ink2" dir="auto">
            {card.company}
          </p>
        )}
        {card.phones.map((phone) => (
          <Reach key={phone} href={`tel:${phone.replace(/[^+\d]/g, "")}`} text={phone} />
        ))}
        {card.emails?.map((mail) => (
          <Reach key={mail} href={`mailto:${mail}`} text={mail} />
        ))}
        {card.addresses?.map((address) => (
          <p key={address} className="text-line text-ink2" dir="auto">
            {address}
          </p>
        ))}
        {card.urls?.map((url) => (
          <Reach key={url} href={safeHref(url)} text={url} />
        ))}
      </div>
    </li>
  );
}

function Reach({ href, text }: { href: string | null; text: string }) {
  const words = <bdi dir="ltr">{text}</bdi>;
  if (!href || href === "tel:") return <p className="text-body text-ink2">{words}</p>;
  return (
    <p className="text-body">
      <a
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="underline underline-offset-2 touch:inline-block touch:py-2.5"
      >
        {words}
      </a>
    </p>
  );
}

const PersonGlyph = () => (
  <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-sunk group-has-data-sunk/said:bg-panel">
    <svg viewBox="0 0 20 20" className="size-5 stroke-ink2" fill="none" strokeWidth="1.5" aria-hidden="true">
      <circle cx="10" cy="7" r="3.2" />
      <path d="M3.5 17c.7-3.4 3.3-5 6.5-5s5.8 1.6 6.5 5" strokeLinecap="round" />
    </svg>
  </span>
);
