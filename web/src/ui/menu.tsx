import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  Button,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from "react-aria-components";
import { cx } from "./class-names.ts";

export type MenuChoice<Key extends string> =
  | {
      kind: "choice";
      key: Key;
      text: string;
      mark?: ReactNode;
      hint?: string;
      isOff?: boolean;
      isCurrent?: boolean;
    }
  | { kind: "line" };

/** A button that opens a list of things to do. The trigger's look is given by `triggerClassName`. */
export function Menu<Key extends string>({
  label,
  trigger,
  triggerClassName,
  head,
  choices,
  onChoose,
}: {
  /** What the button is called for readers. */
  label: string;
  trigger: ReactNode;
  triggerClassName?: string;
  head?: ReactNode;
  choices: readonly MenuChoice<Key>[];
  onChoose: (key: Key) => void;
}) {
  return (
    <MenuTrigger>
      <Button aria-label={label} className={cx("cursor-pointer", triggerClassName)}>
        {trigger}
      </Button>
      <Popover
        placement="bottom end"
        offset={6}
        className="on-strip max-h-[70vh] min-w-52 overflow-auto rounded-panel border border-line py-1 shadow-2"
      >
        <AriaMenu
          aria-label={label}
          className="outline-none"
          onAction={(key) => chosen(choices, key, onChoose)}
        >
          <MenuSection>
            {head && (
              <Header className="border-b border-line px-3 pt-1.5 pb-2 text-label text-ink3">{head}</Header>
            )}
            {choices.map((choice, index) =>
              choice.kind === "line" ? (
                <Separator key={index} className="my-1 border-t border-line" />
              ) : (
                <Choice key={choice.key} choice={choice} />
              ),
            )}
          </MenuSection>
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function chosen<Key extends string>(
  choices: readonly MenuChoice<Key>[],
  key: unknown,
  onChoose: (key: Key) => void,
) {
  for (const choice of choices) if (choice.kind === "choice" && choice.key === key) onChoose(choice.key);
}

function Choice({ choice }: { choice: Extract<MenuChoice<string>, { kind: "choice" }> }) {
  return (
    <MenuItem
      id={choice.key}
      textValue={choice.text}
      isDisabled={choice.isOff}
      className={cx(
        "mx-1 flex min-h-8 cursor-pointer items-center gap-2.5 rounded-strip px-2 text-body outline-none data-disabled:cursor-default data-disabled:text-ink3 data-focused:bg-sunk touch:min-h-11",
        choice.isCurrent && "font-semibold",
      )}
    >
      {choice.mark}
      <bdi className="aligned flex-1">{choice.text}</bdi>
      {choice.hint && <span className="text-label text-ink3">{choice.hint}</span>}
    </MenuItem>
  );
}
