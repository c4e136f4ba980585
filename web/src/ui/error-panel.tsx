import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { cx } from "./class-names.ts";
import { KeyHint } from "./key-hint.tsx";
import { useKey } from "./use-key.ts";

type Action = { text: string; onPress: () => void };

/**
 * A refusal where it happened: what was not done, why, and by which keys one can go on.
 * The first action is the likeliest; keys 1, 2, 3 press them, Esc puts it away.
 */
export function ErrorPanel({
  title,
  children,
  actions = [],
  onDismiss,
  inDialog,
  className,
}: {
  title: string;
  children: ReactNode;
  actions?: readonly Action[];
  onDismiss?: () => void;
  inDialog?: boolean;
  className?: string;
}) {
  const { t } = useTranslation("kit");
  useKey("Escape", () => onDismiss?.(), { isOff: !onDismiss, inDialog });
  return (
    <div
      role="alert"
      className={cx(
        "on-strip flex flex-col gap-2 rounded-strip border-s-3 border-late px-4 py-3.5 shadow-2",
        className,
      )}
    >
      <div className="flex items-start justify-between gap-3">
        <p className="text-title font-semibold" dir="auto">
          {title}
        </p>
        {onDismiss && (
          <Button kind="quiet" size="small" className="-my-1.5 -me-2 px-1.5" onClick={onDismiss}>
            <KeyHint keys="Escape" />
            <span className="sr-only touch:not-sr-only">{t("close")}</span>
          </Button>
        )}
      </div>
      <div className="text-body text-ink2" dir="auto">
        {children}
      </div>
      {actions.length > 0 && (
        <div className="mt-1 flex flex-wrap gap-2">
          {actions.map((action, index) => (
            <Button
              key={action.text}
              kind={index === 0 ? "primary" : "plain"}
              size="small"
              shortcut={`Digit${index + 1}`}
              inDialog={inDialog}
              onClick={action.onPress}
            >
              {action.text}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
