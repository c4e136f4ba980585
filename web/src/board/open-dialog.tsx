import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { requestsApi, type Strip } from "../../../shared/api/requests.ts";
import { PRIORITIES, type Priority } from "../../../shared/request.ts";
import { call } from "../api/call.ts";
import { ContactPicker, type Picked } from "../contacts/contact-picker.tsx";
import { useReason } from "../request/use-reason.ts";
import { showChanged } from "../request/use-request.ts";
import { categoriesQuery } from "../tray/use-tray.ts";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { FormFoot } from "../ui/form-foot.tsx";
import { Select } from "../ui/select.tsx";
import { TextArea, TextField } from "../ui/text-field.tsx";

/** A request by hand: a phone call, a visit. A title is enough; everything else can follow. */
export function OpenDialog({
  forContact,
  onClose,
  onOpened,
}: {
  forContact?: { id: number; name: string };
  onClose: () => void;
  onOpened: (strip: Strip) => void;
}) {
  const { t } = useTranslation("board");
  const { t: word } = useTranslation();
  const reasonOf = useReason();
  const categories = useQuery(categoriesQuery);
  const [title, setTitle] = useState("");
  const [client, setClient] = useState<Picked>({
    contact: forContact ?? null,
    name: "",
    phone: "",
  });
  const [categoryId, setCategoryId] = useState("");
  const [chosenPriority, setPriority] = useState<Priority | null>(null);
  // The usual one of its category, until somebody says otherwise.
  const usual = categories.data?.categories.find(({ id }) => String(id) === categoryId)?.priority;
  const priority = chosenPriority ?? usual ?? "normal";
  const [place, setPlace] = useState("");
  const [note, setNote] = useState("");
  const opening = useMutation({
    mutationFn: () =>
      call(requestsApi.openRequest, {
        body: {
          title: title.trim(),
          contactId: client.contact?.id ?? null,
          clientName: client.contact ? null : client.name.trim() || null,
          clientPhone: client.contact ? null : client.phone.trim() || null,
          categoryId: categoryId ? Number(categoryId) : null,
          priority,
          place: place.trim() || null,
          note: note.trim() || null,
        },
      }),
    onSuccess: (strip) => {
      showChanged(strip);
      onClose();
      onOpened(strip);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() && !opening.isPending) opening.mutate();
  };
  return (
    <Dialog title={t("new.title")} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        <TextField
          label={t("new.what")}
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <ContactPicker picked={client} onPick={setClient} />
        <TextField
          label={t("new.place")}
          maxLength={300}
          value={place}
          onChange={(event) => setPlace(event.target.value)}
        />
        <div className="grid grid-cols-2 gap-3">
          <Select
            label={t("new.category")}
            value={categoryId}
            onChange={setCategoryId}
            choices={[
              { value: "", text: t("new.noCategory") },
              ...(categories.data?.categories ?? []).map((each) => ({
                value: String(each.id),
                text: each.name,
              })),
            ]}
          />
          <Select
            label={t("new.priority")}
            value={priority}
            onChange={setPriority}
            choices={PRIORITIES.map((each) => ({ value: each, text: word(`priority.${each}`) }))}
          />
        </div>
        <TextArea
          label={t("new.note")}
          rows={2}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {opening.error && (
          <ErrorPanel title={t("new.refused")} inDialog onDismiss={opening.reset}>
            {reasonOf(opening.error)}
          </ErrorPanel>
        )}
        <FormFoot action={t("new.do")} isOff={!title.trim() || opening.isPending} onClose={onClose} />
      </form>
    </Dialog>
  );
}
