import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../../../shared/api/conversations.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { useKey } from "../ui/use-key.ts";

type Props = {
  messages: readonly Message[];
  marked: ReadonlySet<number>;
  onMark: (id: number) => void;
  onClose: () => void;
};

/** Which messages go apart: the marked ones are decided first, the rest stays in hand. Space marks, arrows go along. */
export function SplitPanel({ messages, marked, onMark, onClose }: Props) {
  const { t } = useTranslation("desk");
  const { clockTime } = useFormat();
  const list = useRef<HTMLUListElement>(null);
  useKey("Escape", onClose);
  useEffect(() => list.current?.querySelector("input")?.focus(), []);
  const go = (event: React.KeyboardEvent) => {
    const by = event.code === "ArrowDown" ? 1 : event.code === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const boxes = [...(list.current?.querySelectorAll("input") ?? [])];
    const held = document.activeElement;
    const at = held instanceof HTMLInputElement ? boxes.indexOf(held) : -1;
    boxes[at + by]?.focus();
  };
  return (
    <section
      aria-labelledby="split"
      className="on-strip mb-3 rounded-panel border-s-3 border-hand-fill px-4 py-3 shadow-1"
    >
      <div className="flex items-start justify-between gap-3">
        <div>
          <h3 id="split" className="text-title font-semibold">
            {t("split.title")}
          </h3>
          <p className="text-label text-ink2">
            {marked.size > 0
              ? t("split.ready", { count: marked.size, left: messages.length - marked.size })
              : t("split.lead")}
          </p>
        </div>
        <Button kind="quiet" size="small" onClick={onClose}>
          {t("split.close")}
        </Button>
      </div>
      <ul ref={list} onKeyDown={go} className="mt-2">
        {messages.map((message) => (
          <li key={message.id} className="border-t border-line">
            <label className="flex min-h-9 items-center gap-3 py-1.5 text-body touch:min-h-11">
              <input
                type="checkbox"
                className="size-4 shrink-0 accent-ink touch:size-5"
                checked={marked.has(message.id)}
                onChange={() => onMark(message.id)}
              />
              <time dateTime={message.saidAt} className="text-label text-ink3">
                {clockTime(message.saidAt)}
              </time>
              <bdi className="min-w-0 flex-1 truncate">
                {message.text ?? t(`split.kind.${kindOf(message)}`)}
              </bdi>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

function kindOf({ kind }: Message): "image" | "audio" | "other" {
  return kind === "image" || kind === "audio" ? kind : "other";
}
