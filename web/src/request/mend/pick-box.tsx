import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { cx } from "../../ui/class-names.ts";
import { useFormat } from "../../ui/format.ts";
import { isolated } from "../event-words.tsx";
import { usePicks } from "./picking.ts";

/** While messages are chosen, all of a message is its box: nothing in it opens, and a thumb finds it. */
export function PickBox({ message, continues }: { message: Message; continues: boolean }) {
  const { t } = useTranslation("mend");
  const { clockTime } = useFormat();
  const { isOn, ids, toggle, mayPick } = usePicks();
  if (!isOn || !mayPick(message)) return null;
  return (
    <label className="absolute inset-y-0 -start-8 end-0 z-20 cursor-pointer rounded-strip transition-colors hover:bg-ink/5 has-checked:bg-ink/8 has-checked:outline-2 has-checked:outline-ink has-focus-visible:outline-focus touch:-inset-y-1">
      <input
        type="checkbox"
        tabIndex={-1}
        checked={ids.includes(message.id)}
        aria-label={t("box", {
          time: clockTime(message.saidAt),
          name: isolated(message.author ?? t("us")),
        })}
        onChange={() => toggle(message.id)}
        className={cx(
          "on-strip absolute start-1 size-5 accent-ink",
          continues ? "top-2.5" : "-top-px touch:top-0.5",
        )}
      />
    </label>
  );
}
