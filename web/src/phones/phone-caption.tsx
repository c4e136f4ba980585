import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../ui/class-names.ts";
import { Menu } from "../ui/menu.tsx";
import { WaitsOnMark } from "../ui/waits-on-mark.tsx";
import { ChangeNumberDialog } from "./change-number-dialog.tsx";
import { BinSign, BlockSign, DotsSign, PenSign, PowerSign } from "./phone-glyphs.tsx";
import { nearDay, type PhoneTimes } from "./phone-times.ts";
import type { Conversation, Phone } from "./shapes.ts";
import { useChat } from "./use-chat.ts";
import { useSimulatorActs } from "./use-simulator.ts";

/** Whose phone it is, how the window stands, and what can happen to the phone itself. */
export function PhoneCaption({
  phone,
  conversation,
  now,
  times,
}: {
  phone: Phone;
  conversation: Conversation;
  now: number;
  times: PhoneTimes;
}) {
  const { t } = useTranslation("phones");
  const [isChanging, setChanging] = useState(false);
  const { handle, closeWindow } = useChat({ phoneId: phone.id, numberId: conversation.number.id });
  const { removePerson } = useSimulatorActs();
  const { window: open, isBlocking } = conversation;
  const closes = (at: string) => {
    const near = nearDay(at, now, times) === "today";
    return t("closes", { time: near ? times.clock(at) : `${times.shortDay(at)} ${times.clock(at)}` });
  };
  return (
    <header className="flex items-start gap-2 ps-2">
      <div className="min-w-0 flex-1">
        <h2 className="flex items-center gap-2 font-semibold">
          <bdi className="truncate">{phone.name}</bdi>
          <span
            className={cx(
              "inline-flex shrink-0 items-center gap-1.5 text-label",
              phone.kind === "client" ? "text-out" : "text-ink",
            )}
          >
            <WaitsOnMark holder={phone.kind} />
            {t(phone.kind)}
          </span>
        </h2>
        <p className="text-label text-ink2">
          <bdi dir="ltr">{phone.waId ? `+${phone.waId}` : `@${phone.username ?? ""}`}</bdi>
          <span aria-hidden="true"> · </span>
          {open.open && open.closesAt ? closes(open.closesAt) : t("shut")}
        </p>
      </div>
      <Menu
        label={t("act.title", { name: phone.name })}
        trigger={<DotsSign />}
        triggerClassName="inline-flex size-9 shrink-0 items-center justify-center rounded-full text-ink2 hover:bg-sunk hover:text-ink touch:size-11"
        choices={[
          {
            kind: "choice",
            key: "power",
            text: t(phone.isOff ? "act.turnOn" : "act.turnOff"),
            mark: <PowerSign className="size-4" />,
          },
          {
            kind: "choice",
            key: "block",
            text: t(isBlocking ? "act.unblock" : "act.block"),
            mark: <BlockSign className="size-4" />,
          },
          {
            kind: "choice",
            key: "number",
            text: t("act.number"),
            mark: <PenSign className="size-4" />,
            isOff: phone.waId === null,
          },
          { kind: "choice", key: "window", text: t("closeWindow"), isOff: !open.open, mark: <Blank /> },
          { kind: "line" },
          { kind: "choice", key: "remove", text: t("act.remove"), mark: <BinSign className="size-4" /> },
        ]}
        onChoose={(key) => {
          if (key === "power") handle.mutate({ isOff: !phone.isOff });
          if (key === "block") handle.mutate({ isBlocking: !isBlocking });
          if (key === "number") setChanging(true);
          if (key === "window") closeWindow.mutate();
          if (key === "remove") removePerson.mutate(phone.id);
        }}
      />
      {isChanging && <ChangeNumberDialog phone={phone} onClose={() => setChanging(false)} />}
    </header>
  );
}

const Blank = () => <span className="size-4" aria-hidden="true" />;
