import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/text-field.tsx";
import { workersQuery } from "../use-request.ts";

type Worker = { id: number; name: string };

const SHOWN = 8;

/** The workers known, few of them at a time; typing narrows them. */
export function WorkerField({
  chosen,
  onChoose,
}: {
  chosen: Worker | null;
  onChoose: (worker: Worker) => void;
}) {
  const { t } = useTranslation("request");
  const [words, setWords] = useState("");
  const workers = useQuery(workersQuery);
  const all = workers.data?.contacts ?? [];
  const shown = all
    .filter((worker) => worker.name.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase()))
    .slice(0, SHOWN);
  if (workers.isSuccess && all.length === 0)
    return (
      <p className="text-body text-ink2">
        {t("move.noWorkers")}{" "}
        <Link to="/contacts" search={{ kind: "worker" }} className="font-semibold text-ink underline">
          {t("move.toContacts")}
        </Link>
      </p>
    );
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-label font-medium text-ink2">{t("move.worker")}</legend>
      {all.length > SHOWN && (
        <TextField
          label={t("move.findWorker")}
          isLabelHidden
          type="search"
          placeholder={t("move.findWorker")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {shown.map((worker) => (
        <label
          key={worker.id}
          className="flex min-h-9 items-center gap-2.5 rounded-control border border-line2 px-3 has-checked:border-ink has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-focus touch:min-h-11"
        >
          <input
            type="radio"
            name="worker"
            checked={chosen?.id === worker.id}
            onChange={() => onChoose(worker)}
            className="accent-ink"
          />
          <bdi className="min-w-0 flex-1 truncate">{worker.name}</bdi>
          <span className="text-label font-normal text-ink3">
            {t("move.openJobs", { count: worker.openRequests })}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
