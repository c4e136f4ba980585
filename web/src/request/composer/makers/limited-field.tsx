import type { ComponentProps } from "react";
import { TextArea, TextField } from "../../../ui/text-field.tsx";
import { CountLine } from "../count-line.tsx";

type Props = { value: string; limit: number; onWrite: (value: string) => void };

/** One line that WhatsApp takes up to so many characters of; they are counted once they get few. */
export function LimitedField({
  limit,
  onWrite,
  value,
  ...field
}: Props & Omit<ComponentProps<typeof TextField>, "value" | "onChange">) {
  return (
    <TextField
      {...field}
      value={value}
      onChange={(event) => onWrite(event.target.value)}
      hint={value.length > limit * 0.8 ? <CountLine text={value} limit={limit} /> : field.hint}
      aria-invalid={value.length > limit || undefined}
    />
  );
}

export function LimitedArea({
  limit,
  onWrite,
  value,
  ...field
}: Props & Omit<ComponentProps<typeof TextArea>, "value" | "onChange">) {
  return (
    <TextArea
      rows={2}
      {...field}
      value={value}
      onChange={(event) => onWrite(event.target.value)}
      hint={value.length > limit * 0.8 ? <CountLine text={value} limit={limit} /> : field.hint}
      aria-invalid={value.length > limit || undefined}
    />
  );
}
