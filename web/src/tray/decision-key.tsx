import { useTranslation } from "react-i18next";
import type { DecisionKind } from "../../../shared/api/tray.ts";
import { requestRef } from "../../../shared/request.ts";
import { isolated } from "../request/event-words.tsx";
import { cx } from "../ui/class-names.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { useKey } from "../ui/use-key.ts";
import type { Target } from "./decision-target.ts";
import { useActKey } from "./use-act-key.ts";

type Props = {
  kind: DecisionKind;
  keys: string;
  target: Target;
  title: string;
  /** What is proposed, or what opens when nothing is: the one that stands out. */
  isFirst: boolean;
  isOff: boolean;
  onPress: () => void;
  /** Asks which request, whatever is proposed. */
  onOther: () => void;
  onPreview: (kind: DecisionKind | null) => void;
};

/** One of the five decisions: its key, what it means for this item, and a press. */
export function DecisionKey({
  kind,
  keys,
  target,
  title,
  isFirst,
  isOff,
  onPress,
  onOther,
  onPreview,
}: Props) {
  const { t } = useTranslation("tray");
  const { t: word } = useTranslation();
  const { t: desk } = useTranslation("desk");
  useActKey(keys, onPress, isOff);
  const isAbout = kind !== "opens" && kind !== "no_request";
  useKey(keys, onOther, { isOff: isOff || !isAbout, withShift: true });
  const strip = target.kind === "one" ? target.strip : null;
  const ref = strip ? isolated(requestRef(strip.id)) : "";
  const show = () => onPreview(kind);
  const hide = () => onPreview(null);
  return (
    <button
      type="button"
      onClick={onPress}
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
      disabled={isOff}
      data-decision={kind}
      className={cx(
        "flex min-h-12 min-w-0 flex-col items-start rounded-control border px-3 py-2 text-start transition-colors lg:min-h-20",
        isFirst
          ? "border-transparent bg-go text-on-go hover:bg-ink2"
          : "on-strip border-line2 text-ink hover:border-ink",
        kind === "opens" && "col-span-2 lg:col-span-1",
      )}
    >
      <KeyHint keys={keys} className="mb-1.5 hidden lg:inline-flex" />
      <span className="max-w-full truncate text-title leading-5 font-semibold">
        {kind !== "opens" && kind !== "no_request" && strip
          ? desk(`head.${kind}`, { ref })
          : word(`decision.${kind}`)}
      </span>
      <span
        className={cx("aligned max-w-full truncate text-label", isFirst ? "opacity-85" : "text-ink2")}
        dir="auto"
      >
        {(kind === "opens" ? title : strip?.title) || t(`keys.${kind}`)}
      </span>
    </button>
  );
}
