import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Strip } from "../../../shared/api/requests.ts";
import { DECISIONS, type Decided, type DecisionKind, type TrayItem } from "../../../shared/api/tray.ts";
import { requestRef } from "../../../shared/request.ts";
import { RequestChooser } from "../request/request-chooser.tsx";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { useNow } from "../ui/now.ts";
import { useKey } from "../ui/use-key.ts";
import { type Target, targetOf } from "./decision-target.ts";
import { ReplyFirst } from "./reply-first.tsx";

export type Deciding = (kind: DecisionKind, strip: Strip | null) => void;

type Props = {
  item: TrayItem;
  requests: readonly Strip[];
  /** What key 1 would open. */
  title: string;
  isReady: boolean;
  last: Decided | null;
  canUndo: boolean;
  onUndo: () => void;
  onDecide: Deciding;
};

/** The five decisions, always the same five on the keys 1 to 5, and what else one can do with the item. */
export function DecisionBar({ item, requests, title, isReady, last, canUndo, onUndo, onDecide }: Props) {
  const { t } = useTranslation("tray");
  const [choosingFor, setChoosingFor] = useState<DecisionKind | null>(null);
  const [isReplying, setIsReplying] = useState(false);
  useKey("KeyR", () => setIsReplying(true), { isOff: isReplying });
  const press = (kind: DecisionKind) => {
    if (!isReady) return;
    const target = targetOf(kind, requests);
    if (target.kind === "choose") setChoosingFor(kind);
    else onDecide(kind, target.kind === "one" ? target.strip : null);
  };
  return (
    <div className="on-canvas min-w-0 pt-1.5 pb-3 [@media(min-height:34rem)]:sticky [@media(min-height:34rem)]:bottom-0 [@media(min-height:34rem)]:z-10">
      {isReplying && <ReplyFirst item={item} onClose={() => setIsReplying(false)} />}
      <div className="grid grid-cols-2 gap-2 lg:grid-cols-5">
        {DECISIONS.map((kind, place) => (
          <DecisionKey
            key={kind}
            kind={kind}
            digit={place + 1}
            target={targetOf(kind, requests)}
            title={title}
            isOff={!isReady}
            onPress={() => press(kind)}
          />
        ))}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-line text-ink2">
        <SideKey keys="KeyR" text={t("reply.first")} onPress={() => setIsReplying(true)} />
        <SideKey keys="KeyZ" text={t("undo")} isOff={!canUndo} onPress={onUndo} />
        <LastLine last={last} />
      </div>
      {choosingFor && (
        <RequestChooser
          title={t(
            `choose.${choosingFor === "opens" || choosingFor === "no_request" ? "belongs" : choosingFor}`,
          )}
          requests={requests}
          onClose={() => setChoosingFor(null)}
          onChoose={(strip) => {
            setChoosingFor(null);
            onDecide(choosingFor, strip);
          }}
        />
      )}
    </div>
  );
}

function DecisionKey({
  kind,
  digit,
  target,
  title,
  isOff,
  onPress,
}: {
  kind: DecisionKind;
  digit: number;
  target: Target;
  title: string;
  isOff: boolean;
  onPress: () => void;
}) {
  const { t } = useTranslation("tray");
  const { t: word } = useTranslation();
  useKey(`Digit${digit}`, onPress, { isOff });
  const isFirst = kind === "opens";
  const strip = target.kind === "one" ? target.strip : null;
  return (
    <button
      type="button"
      onClick={onPress}
      disabled={isOff}
      className={cx(
        "flex min-h-12 min-w-0 flex-col items-start rounded-control border px-3 py-2 text-start transition-colors lg:min-h-22",
        isFirst
          ? "col-span-2 border-transparent bg-go text-on-go hover:bg-ink2 lg:col-span-1"
          : "on-strip border-line2 text-ink hover:border-ink",
      )}
    >
      <KeyHint keys={`Digit${digit}`} className="mb-1.5 hidden lg:inline-flex" />
      <span className="max-w-full truncate text-title leading-5 font-semibold">
        {kind === "belongs" && strip
          ? t("keys.belongsTo", { ref: requestRef(strip.id) })
          : word(`decision.${kind}`)}
      </span>
      <span className={cx("max-w-full truncate text-label", isFirst ? "opacity-85" : "text-ink2")} dir="auto">
        {(kind === "opens" ? title : strip?.title) || t(`keys.${kind}`)}
      </span>
    </button>
  );
}

function SideKey({
  keys,
  text,
  isOff,
  onPress,
}: {
  keys: string;
  text: string;
  isOff?: boolean;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      onClick={onPress}
      disabled={isOff}
      className="inline-flex min-h-7 items-center gap-2 rounded-control font-medium hover:text-ink disabled:text-ink3 touch:min-h-11"
    >
      <KeyHint keys={keys} />
      {text}
    </button>
  );
}

function LastLine({ last }: { last: Decided | null }) {
  const { t } = useTranslation("tray");
  const { ago } = useFormat();
  const now = useNow();
  if (!last) return null;
  const facts = {
    title: last.request?.title ?? "",
    ref: last.request ? requestRef(last.request.id) : "",
    name: last.contactName,
    when: ago(last.at, now),
  };
  return (
    <p className="ms-auto min-w-0 truncate text-label text-ink2 max-md:hidden">
      {t(`last.${last.kind}`, facts)}
    </p>
  );
}
