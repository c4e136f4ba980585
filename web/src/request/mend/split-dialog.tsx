import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Strip } from "../../../../shared/api/requests.ts";
import { PRIORITIES } from "../../../../shared/request.ts";
import { useMe } from "../../api/queries.ts";
import { categoriesQuery } from "../../tray/use-tray.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogFoot } from "../../ui/dialog.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useReason } from "../use-reason.ts";
import { KeepBoth } from "./keep-both.tsx";
import { OwnerField } from "./owner-field.tsx";
import type { Mending } from "./use-mending.ts";

type Props = {
  strip: Strip;
  messageIds: number[];
  /** Drawn from the first words. */
  title: string;
  mending: Mending;
  onClose: () => void;
};

/** The chosen messages become a request of their own, filled in here. */
export function SplitDialog({ strip, messageIds, title: suggested, mending, onClose }: Props) {
  const { t } = useTranslation("mend");
  const { t: page } = useTranslation("request");
  const { t: word } = useTranslation();
  const { t: kit } = useTranslation("kit");
  const me = useMe();
  const reasonOf = useReason();
  const categories = useQuery(categoriesQuery).data?.categories ?? [];
  const [title, setTitle] = useState(suggested);
  const [categoryId, setCategoryId] = useState("");
  const [priority, setPriority] = useState(strip.priority);
  const [place, setPlace] = useState(strip.place ?? "");
  const [owner, setOwner] = useState({ kind: "account" as "account" | "team", id: me.id });
  const [keep, setKeep] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!title.trim()) return;
    const kind = categoryId ? Number(categoryId) : null;
    mending.mutate({
      kind: "split",
      body: {
        messageIds,
        keep,
        title: title.trim(),
        categoryId: kind,
        priority,
        place: place.trim() || null,
        owner,
      },
    });
  };
  return (
    <Dialog title={t("split.title", { count: messageIds.length })} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        {mending.error && (
          <ErrorPanel inDialog title={t("refused")}>
            {reasonOf(mending.error)}
          </ErrorPanel>
        )}
        <TextField
          label={page("fact.title")}
          value={title}
          maxLength={200}
          required
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className="grid grid-cols-1 gap-3.5 min-[24rem]:grid-cols-2">
          <Select
            label={page("fact.category")}
            value={categoryId}
            onChange={setCategoryId}
            choices={[
              { value: "", text: page("fact.noCategory") },
              ...categories.map(({ id, name }) => ({ value: String(id), text: name })),
            ]}
          />
          <Select
            label={page("fact.priority")}
            value={priority}
            onChange={setPriority}
            choices={PRIORITIES.map((value) => ({ value, text: word(`priority.${value}`) }))}
          />
        </div>
        <TextField
          label={page("fact.place")}
          value={place}
          maxLength={300}
          onChange={(event) => setPlace(event.target.value)}
        />
        <OwnerField value={owner} onChange={setOwner} />
        <KeepBoth isOn={keep} onChange={setKeep} />
        <DialogFoot>
          <Button kind="primary" type="submit" disabled={!title.trim() || mending.isPending}>
            {t("split.do")}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {kit("cancel")}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
