import type { Message } from "../../../../shared/api/conversations.ts";
import { useFormat } from "../../ui/format.ts";
import { HandoverGlyph } from "../../ui/glyphs.tsx";
import { WaitsOnMark } from "../../ui/waits-on-mark.tsx";
import { isMissedCall } from "../message/happening-facts.ts";
import { HappeningWords } from "../message/happening-words.tsx";
import { PhoneGlyph } from "../message/phone-glyph.tsx";
import { RailPoint } from "./rail.tsx";

/** Something that happened in the chat without anybody writing: on the rail, without a bubble. */
export function HappeningEntry({ message }: { message: Message }) {
  const { clockTime } = useFormat();
  return (
    <RailPoint
      time={<time dateTime={message.saidAt}>{clockTime(message.saidAt)}</time>}
      mark={<HappeningMark message={message} />}
    >
      <div id={`message-${message.id}`} tabIndex={-1} className="outline-offset-4">
        <HappeningWords message={message} />
      </div>
    </RailPoint>
  );
}

function HappeningMark({ message }: { message: Message }) {
  if (message.kind === "call")
    return <PhoneGlyph className={isMissedCall(message) ? "size-3.5 stroke-late" : "size-3.5 stroke-ink2"} />;
  if (message.content.handover) return <HandoverGlyph className="size-3.5! text-ink2" />;
  return <WaitsOnMark holder="nobody" />;
}
