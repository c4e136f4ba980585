import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RequestEvent } from "../../../shared/api/requests.ts";
import { Button } from "../ui/button.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { EventEntry } from "./thread/event-entry.tsx";
import { Rail } from "./thread/rail.tsx";
import { useReason } from "./use-reason.ts";
import { useAddNote } from "./use-request.ts";

/** What only we see, and one more of it. */
export function NotesTab({ requestId, notes }: { requestId: number; notes: readonly RequestEvent[] }) {
  const { t } = useTranslation("request");
  const reasonOf = useReason();
  const [text, setText] = useState("");
  const adding = useAddNote(requestId, () => setText(""));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() && !adding.isPending) adding.mutate(text.trim());
  };
  return (
    <div className="max-w-160 px-3 py-4 md:px-5">
      {notes.length === 0 ? (
        <p className="mb-4 text-body text-ink2">{t("notes.none")}</p>
      ) : (
        <Rail>
          {notes.map((note) => (
            <EventEntry key={note.seq} event={note} />
          ))}
        </Rail>
      )}
      <form onSubmit={submit} className="mt-4 flex flex-col items-start gap-2">
        <TextArea
          label={t("notes.write")}
          className="w-full"
          value={text}
          maxLength={4000}
          ref={(area) => area?.focus()}
          error={adding.error ? reasonOf(adding.error) : null}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
            if (event.key === "Escape") event.currentTarget.blur();
          }}
        />
        <Button kind="primary" type="submit" disabled={!text.trim() || adding.isPending}>
          {t("notes.keep")}
        </Button>
      </form>
    </div>
  );
}
