import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../ui/class-names.ts";
import { TickGlyph } from "../ui/glyphs.tsx";
import { CallSign, CopySign, LinkSign, ListSign, PersonSign, PinSign, ReplySign } from "./phone-glyphs.tsx";
import type { PhoneButton, PhoneMessage } from "./shapes.ts";

/** WhatsApp folds a template's buttons beyond these away. */
const MOST_SHOWN = 3;
const ROW =
  "flex min-h-11 w-full items-center justify-center gap-2 border-t border-line px-3 py-2 text-center font-semibold text-out enabled:hover:bg-panel disabled:text-ink2";

type Acts = {
  onPress: (button: PhoneButton) => void;
  onList: () => void;
  onAnswer: (asks: "location" | "contact") => void;
};

/** What a message of the business can be answered with, under its words. */
export function BubbleButtons({ message, ...acts }: { message: PhoneMessage } & Acts) {
  const { t } = useTranslation("phones");
  const { buttons, asks, chosen } = message;
  if (asks)
    return (
      <Row
        mark={asks === "location" ? <PinSign /> : <PersonSign />}
        text={t(asks === "location" ? "ask.location" : "ask.contact")}
        isChosen={chosen !== null}
        isOff={asks === "contact" && chosen !== null}
        onPress={() => acts.onAnswer(asks)}
      />
    );
  if (message.type === "list")
    return (
      <Row
        mark={<ListSign />}
        text={message.listLabel ?? t("choices.open")}
        isChosen={false}
        onPress={acts.onList}
      />
    );
  const isFolded = buttons.length > MOST_SHOWN;
  const shown = isFolded ? buttons.slice(0, MOST_SHOWN - 1) : buttons;
  return (
    <>
      {shown.map((button) => (
        <OneButton key={button.id} button={button} message={message} onPress={acts.onPress} />
      ))}
      {isFolded && <Row mark={<ListSign />} text={t("choices.all")} isChosen={false} onPress={acts.onList} />}
    </>
  );
}

function OneButton({
  button,
  message,
  onPress,
}: {
  button: PhoneButton;
  message: PhoneMessage;
  onPress: (button: PhoneButton) => void;
}) {
  const address = button.kind === "url" ? webAddress(button.value) : undefined;
  if (address)
    return (
      <a href={address} target="_blank" rel="noopener noreferrer nofollow" className={ROW}>
        {MARKS.url}
        <bdi>{button.title}</bdi>
      </a>
    );
  const isAnswered = button.kind === "reply" && message.chosen !== null;
  /** What it would open lives on the platform alone. */
  const isElsewhere = button.kind === "url";
  return (
    <Row
      mark={MARKS[button.kind]}
      text={button.title}
      isChosen={message.chosen === button.id}
      isOff={isAnswered || isElsewhere}
      onPress={() => onPress(button)}
    />
  );
}

const MARKS = {
  reply: <ReplySign className="size-4" />,
  url: <LinkSign className="size-4" />,
  phone: <CallSign className="size-4" />,
  copy: <CopySign className="size-4" />,
} as const;

/** Only the web: what a business writes never chooses another scheme. */
const webAddress = (value: string | undefined): string | undefined =>
  value && /^https?:\/\//i.test(value) ? value : undefined;

function Row({
  mark,
  text,
  isChosen,
  isOff = false,
  onPress,
}: {
  mark: ReactNode;
  text: string;
  isChosen: boolean;
  isOff?: boolean;
  onPress: () => void;
}) {
  const { t } = useTranslation("phones");
  return (
    <button type="button" disabled={isOff} onClick={onPress} className={cx(ROW, isChosen && "bg-sunk")}>
      {isChosen ? <TickGlyph className="size-3.5" /> : mark}
      <bdi>{text}</bdi>
      {isChosen && <span className="sr-only">{t("choices.chosen")}</span>}
    </button>
  );
}
