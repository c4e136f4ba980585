import { useState } from "react";
import { TextField } from "../ui/text-field.tsx";
import { wordsIn } from "./draft.ts";

/** Words with commas between them. What is being typed is left alone. */
export function WordsField({
  label,
  hint,
  words,
  onChange,
}: {
  label: string;
  hint?: string;
  words: readonly string[];
  onChange: (words: string[]) => void;
}) {
  const [text, setText] = useState(words.join(", "));
  return (
    <TextField
      label={label}
      hint={hint}
      value={text}
      className="min-w-0 flex-1 basis-64"
      maxLength={2000}
      onChange={({ target }) => {
        setText(target.value);
        onChange(wordsIn(target.value));
      }}
    />
  );
}
