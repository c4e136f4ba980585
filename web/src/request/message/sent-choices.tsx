import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import type { MessageContent } from "../../../../shared/message.ts";
import { cx } from "../../ui/class-names.ts";
import { TickGlyph } from "../../ui/glyphs.tsx";
import { safeHref } from "./safe-href.ts";

/** What they chose of it, by our id or, where WhatsApp gives none, by its words. */
export type Chosen = { id: string; title: string };

/** What a message of ours can be answered with, as it was sent; what was chosen is marked. */
export function SentChoices({ content, chosen }: { content: MessageContent; chosen: readonly Chosen[] }) {
  const { t } = useTranslation("thread");
  const isChosen = (one: { id?: string; title: string }) =>
    chosen.some(({ id, title }) => (one.id !== undefined ? id === one.id : title === one.title));
  return (
    <>
      {content.buttons && content.buttons.length > 0 && (
        <ul aria-label={t("sent.buttons")} className="flex flex-wrap gap-1.5">
          {content.buttons.map((button, place) => (
            <SentButton key={place} button={button} isChosen={isChosen(button)} />
          ))}
        </ul>
      )}
      {content.list && <SentList list={content.list} isChosen={isChosen} />}
      {content.asks && (
        <p className="w-fit rounded-control border border-dashed border-line2 px-2.5 py-1 text-line text-ink2">
          {t(`sent.asks.${content.asks}`)}
        </p>
      )}
    </>
  );
}

type OutButton = NonNullable<MessageContent["buttons"]>[number];

const CHIP = "inline-flex min-h-7 items-center gap-1.5 rounded-control border px-2.5 text-line font-medium";

function SentButton({ button, isChosen }: { button: OutButton; isChosen: boolean }) {
  const { t } = useTranslation("thread");
  const { kind, title, value } = button;
  const href = kind === "url" && value ? safeHref(value) : kind === "phone" && value ? `tel:${value}` : null;
  const words = (
    <>
      {isChosen && (
        <>
          <TickGlyph />
          <span className="sr-only">{t("chose")} </span>
        </>
      )}
      <bdi>{title || t("sent.copyCode")}</bdi>
      {kind === "copy_code" && value && (
        <bdi dir="ltr" className="font-mono text-ink2">
          {value}
        </bdi>
      )}
    </>
  );
  return (
    <li className="max-w-full min-w-0">
      {href ? (
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          title={value}
          className={cx(CHIP, "border-line2 underline underline-offset-2 touch:min-h-11")}
        >
          {words}
        </a>
      ) : (
        <span className={cx(CHIP, isChosen ? "border-ink text-ink" : "border-line2 text-ink2")}>{words}</span>
      )}
    </li>
  );
}

type SentListContent = NonNullable<MessageContent["list"]>;

/** Open when something of it was chosen, else as closed as on the phone. */
function SentList({
  list,
  isChosen,
}: {
  list: SentListContent;
  isChosen: (row: { id?: string; title: string }) => boolean;
}) {
  const { t } = useTranslation("thread");
  const rows = list.sections.flatMap((section) => section.rows);
  return (
    <details open={rows.some(isChosen)} className="min-w-0">
      <summary
        className={cx(
          CHIP,
          "w-fit list-none border-line2 text-ink2 touch:min-h-11 [&::-webkit-details-marker]:hidden",
        )}
      >
        <bdi>{list.button}</bdi>
        <span className="text-label font-normal">{t("sent.rows", { count: rows.length })}</span>
      </summary>
      {list.sections.map((section, place) => (
        <div key={place} className="mt-2">
          {section.title && (
            <p className="aligned text-label font-medium text-ink2" dir="auto">
              {section.title}
            </p>
          )}
          <ul className="flex flex-col gap-1">
            {section.rows.map((row) => (
              <li
                key={row.id}
                className="grid grid-cols-[0.875rem_minmax(0,1fr)] items-baseline gap-1.5 text-body"
              >
                <span>{isChosen(row) && <TickGlyph />}</span>
                <span>
                  {isChosen(row) && <span className="sr-only">{t("chose")} </span>}
                  <bdi className={isChosen(row) ? "font-semibold" : undefined}>{row.title}</bdi>
                  {row.description && (
                    <span className="block text-line text-ink2" dir="auto">
                      {row.description}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}

/** Answers to a message, found by what they quote. */
export function choicesByQuestion(messages: readonly Message[]): ReadonlyMap<number, readonly Chosen[]> {
  const found = new Map<number, Chosen[]>();
  for (const { quotes, content } of messages) {
    if (!content.choice || quotes?.messageId == null) continue;
    found.set(quotes.messageId, [...(found.get(quotes.messageId) ?? []), content.choice]);
  }
  return found;
}
