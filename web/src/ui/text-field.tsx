import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "./class-names.ts";

const BOX =
  "on-strip w-full rounded-control border px-3 text-body text-ink transition-colors hover:border-ink disabled:text-ink3";
export const fieldClass = (isWrong = false, className?: string) =>
  cx(BOX, isWrong ? "border-late" : "border-line2", className);

type Frame = {
  label: string;
  /** Keeps the label for readers only, where the place says it already. */
  isLabelHidden?: boolean;
  hint?: ReactNode;
  /** What is wrong and what to do. */
  error?: string | null;
};

/** Label above, hint and error below, tied to the control for readers. */
export function FieldFrame({
  label,
  isLabelHidden,
  hint,
  error,
  id,
  className,
  children,
}: Frame & { id: string; className?: string; children: ReactNode }) {
  return (
    <div className={cx("flex flex-col gap-1", className)}>
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "text-label font-medium text-ink2"}>
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-label text-ink3">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-label font-medium text-late">
          {error}
        </p>
      )}
    </div>
  );
}

export const describedBy = (id: string, { hint, error }: Pick<Frame, "hint" | "error">) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;

export function TextField({
  label,
  isLabelHidden,
  hint,
  error,
  className,
  ...input
}: Frame & Omit<ComponentProps<"input">, "id">) {
  const id = useId();
  return (
    <FieldFrame {...{ label, isLabelHidden, hint, error, id, className }}>
      <input
        dir="auto"
        placeholder=" "
        {...input}
        id={id}
        className={fieldClass(Boolean(error), "h-9 touch:h-11 touch:text-[1rem]")}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </FieldFrame>
  );
}

export function TextArea({
  label,
  isLabelHidden,
  hint,
  error,
  className,
  ...area
}: Frame & Omit<ComponentProps<"textarea">, "id">) {
  const id = useId();
  return (
    <FieldFrame {...{ label, isLabelHidden, hint, error, id, className }}>
      <textarea
        dir="auto"
        placeholder=" "
        rows={3}
        {...area}
        id={id}
        className={fieldClass(Boolean(error), "py-2 touch:text-[1rem]")}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </FieldFrame>
  );
}
