import "./tray.css";
import { type RefObject, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../../../shared/api/conversations.ts";
import type { Suggestion } from "../../../shared/api/suggestion.ts";
import type { TrayItem, TrayItemPage } from "../../../shared/api/tray.ts";
import { isSeen, MessageBody } from "../request/message/message-body.tsx";
import { PhotoGrid } from "../request/message/photo-grid.tsx";
import { Said } from "../request/message/said.tsx";
import { useList } from "../request/use-list.ts";
import { intlTag } from "../texts/i18n.ts";
import { Chip, ClockChip } from "../ui/clock-chip.tsx";
import { useFormat } from "../ui/format.ts";
import { AlertGlyph } from "../ui/glyphs.tsx";
import { useNow } from "../ui/now.ts";
import { useSpokenWords } from "./use-spoken-words.ts";

const MINUTE = 60_000;
/** Sooner than this the window is worth a word. */
const CLOSING_MS = 4 * 60 * MINUTE;

/** One burst of one person, large: the words first, then what was photographed, then the rest in its order. */
export function TrayItemCard({
  page,
  headingRef,
}: {
  page: TrayItemPage;
  headingRef?: RefObject<HTMLHeadingElement | null>;
}) {
  const { t } = useTranslation("tray");
  const { item, messages, suggestion } = page;
  const said = useRef<HTMLDivElement>(null);
  useSpokenWords(
    said,
    useMemo(() => wordsBehind(suggestion), [suggestion]),
  );
  return (
    <article className="on-strip rounded-panel px-4 pt-4 pb-5 shadow-2 md:px-6">
      <div className="flex items-start justify-between gap-3">
        <h2 ref={headingRef} tabIndex={-1} className="min-w-0 text-peek font-semibold outline-none">
          <bdi>{item.contact?.name ?? t("queue.nobody")}</bdi>
        </h2>
        <Patience item={item} />
      </div>
      <ClientLine page={page} />
      <BurstLine messages={messages} page={page} />
      <div ref={said}>
        <ItemBody messages={messages} />
      </div>
    </article>
  );
}

/** What its client's patience says: how long they wait, whether they wrote again, and when free words end. */
function Patience({ item }: { item: TrayItem }) {
  const { t } = useTranslation("desk");
  const { clockTime } = useFormat();
  const now = useNow();
  const waitedMs = now - Date.parse(item.firstAt);
  const leftMs = item.windowUntil === null ? null : Date.parse(item.windowUntil) - now;
  return (
    <span className="flex shrink-0 flex-col items-end gap-1 pt-1">
      {item.isUrgent && (
        <Chip tone="late" glyph={<AlertGlyph />}>
          {t("queue.urgent")}
        </Chip>
      )}
      {waitedMs >= MINUTE && <ClockChip kind="waits" ms={waitedMs} />}
      {item.wroteAgainAt && <Chip>{t("queue.againAt", { time: clockTime(item.wroteAgainAt) })}</Chip>}
      {leftMs !== null && leftMs > 0 && leftMs < CLOSING_MS && <ClockChip kind="window" ms={leftMs} />}
    </span>
  );
}

/** The client's words that any of the suggested facts quotes. */
function wordsBehind(suggestion: Suggestion | null): string[] {
  if (!suggestion) return [];
  const { what, title, categoryId, priority, place, wanted, owner } = suggestion;
  const fields = [title, categoryId, priority, place, wanted, owner, ...what.slice(0, 1)];
  return fields.flatMap((field) => field?.because.flatMap((because) => because.words) ?? []);
}

function ClientLine({ page }: { page: TrayItemPage }) {
  const { t, i18n } = useTranslation("tray");
  const list = useList();
  const open = page.requests.filter(
    (strip) => strip.state !== "closed" && strip.state !== "cancelled",
  ).length;
  const month = new Intl.DateTimeFormat(intlTag(i18n.language), { month: "long", year: "numeric" });
  if (page.item.contact?.isWorker) return <p className="text-line text-ink2">{t("item.worker")}</p>;
  if (!page.clientSince || page.requestCount === 0)
    return <p className="text-line text-ink2">{t("item.firstTime")}</p>;
  return (
    <p className="text-line text-ink2">
      {list([
        t("item.since", { month: month.format(new Date(page.clientSince)) }),
        t("item.requests", { count: page.requestCount }),
        t("item.open", { count: open }),
      ])}
    </p>
  );
}

function BurstLine({ messages, page }: { messages: readonly Message[]; page: TrayItemPage }) {
  const { t } = useTranslation("tray");
  const { clockTime } = useFormat();
  const { firstAt, lastAt } = page.item;
  return (
    <p className="mt-3 mb-3 text-line font-medium text-ink2">
      {messages.length > 1
        ? t("item.burst", {
            count: messages.length,
            from: clockTime(firstAt),
            to: clockTime(lastAt),
          })
        : t("item.single", { time: clockTime(firstAt) })}
    </p>
  );
}

function ItemBody({ messages }: { messages: readonly Message[] }) {
  const { t } = useTranslation("tray");
  const { clockTime } = useFormat();
  const words = messages.filter((message) => message.kind === "text" && !message.isRevoked);
  const photos = messages.filter((message) => isSeen(message) && !message.isRevoked);
  const captions = photos.filter((photo) => photo.text);
  const rest = messages.filter((message) => !words.includes(message) && !photos.includes(message));
  const firstVoice = rest.find((message) => message.kind === "audio");
  const lastPhoto = photos.at(-1);
  return (
    <div className="flex flex-col gap-3.5">
      {words.length + captions.length > 0 && (
        <div className="flex flex-col gap-2 border-s-2 border-line ps-3.5 has-[p:dir(rtl)]:border-s-0 has-[p:dir(rtl)]:border-r-2 has-[p:dir(rtl)]:ps-0 has-[p:dir(rtl)]:pr-3.5">
          {[...words, ...captions].map((message) => (
            <Said
              key={message.id}
              text={message.text ?? ""}
              className="said max-w-[75ch] text-[1.125rem]! leading-[1.65]! me-auto"
            />
          ))}
        </div>
      )}
      {photos.length > 0 && <PhotoGrid photos={photos} isLarge />}
      {lastPhoto && (
        <p className="-mt-2 text-end text-label text-ink2">
          {t("item.photosAt", { count: photos.length, time: clockTime(lastPhoto.saidAt) })}
        </p>
      )}
      {rest.map((message) => (
        <MessageBody key={message.id} message={message} hasKey={message === firstVoice} />
      ))}
    </div>
  );
}

/** The decided item on its way out, over the next one; it hears and stops nothing. */
export function LeavingItem({ page, onGone }: { page: TrayItemPage; onGone: () => void }) {
  return (
    <div
      aria-hidden="true"
      inert
      onAnimationEnd={onGone}
      className="pointer-events-none absolute inset-x-0 top-0 z-10 animate-[tray-leave_90ms_ease-in_forwards] rtl:animate-[tray-leave-rtl_90ms_ease-in_forwards]"
    >
      <TrayItemCard page={page} />
    </div>
  );
}
