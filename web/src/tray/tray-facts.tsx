import { type FormEvent, type ReactNode, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Category } from "../../../shared/api/system.ts";
import { DEFAULT_STEP, PRIORITIES } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { useFormat } from "../ui/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { useNow } from "../ui/now.ts";
import { StateWord } from "../ui/state-word.tsx";
import { useKey } from "../ui/use-key.ts";
import { WaitsOn } from "../ui/waits-on-mark.tsx";
import { type Fields, OPENS_AS, opensDueAt } from "./item-fields.ts";

type Props = {
  fields: Fields | null;
  categories: readonly Category[];
  onChange: (fields: Fields) => void;
  onOpen: () => void;
};

const CONTROL =
  "aligned w-full min-w-0 rounded-none border-b border-line2 bg-transparent py-1 text-body font-semibold text-ink hover:border-ink touch:min-h-11 touch:text-[1rem]";

/** What key 1 will open, each fact to be put right before; Enter in a field opens it, Esc leaves the field. */
export function TrayFacts({ fields, categories, onChange, onOpen }: Props) {
  const { t } = useTranslation("tray");
  const { t: word } = useTranslation();
  const title = useRef<HTMLInputElement>(null);
  useKey("KeyE", () => title.current?.select(), { isOff: !fields });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onOpen();
  };
  const shown: Fields = fields ?? { title: "", categoryId: null, priority: "normal", place: "" };
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
      }}
      aria-label={t("facts.label")}
      className="min-w-0 pb-4 min-[68.75rem]:row-span-2 min-[68.75rem]:h-full min-[68.75rem]:overflow-y-auto min-[68.75rem]:pt-4"
    >
      <div className="mb-2.5 flex items-start justify-between gap-3">
        <div>
          <h2 className="text-head font-semibold">{word("decision.opens")}</h2>
          <p className="text-label text-ink2">{t("facts.lead")}</p>
        </div>
        <span className="inline-flex items-center gap-2 pt-1 text-label text-ink2 touch:hidden">
          {t("facts.edit")} <KeyHint keys="KeyE" />
        </span>
      </div>
      <Row name={t("facts.title")} because={t("facts.titleBecause")}>
        {(id) => (
          <input
            ref={title}
            id={id}
            dir="auto"
            required
            maxLength={200}
            value={shown.title}
            disabled={!fields}
            onChange={(event) => onChange({ ...shown, title: event.target.value })}
            className={CONTROL}
          />
        )}
      </Row>
      <Row name={t("facts.category")}>
        {(id) => (
          <select
            id={id}
            value={shown.categoryId ?? ""}
            disabled={!fields}
            onChange={(event) =>
              onChange({ ...shown, categoryId: event.target.value ? Number(event.target.value) : null })
            }
            className={CONTROL}
          >
            <option value="">{t("facts.noCategory")}</option>
            {categories.map((category) => (
              <option key={category.id} value={category.id}>
                {category.name}
              </option>
            ))}
          </select>
        )}
      </Row>
      <Row name={t("facts.priority")}>
        {(id) => (
          <select
            id={id}
            value={shown.priority}
            disabled={!fields}
            onChange={(event) => {
              const priority = PRIORITIES.find((each) => each === event.target.value);
              if (priority) onChange({ ...shown, priority });
            }}
            className={CONTROL}
          >
            {PRIORITIES.map((priority) => (
              <option key={priority} value={priority}>
                {word(`priority.${priority}`)}
              </option>
            ))}
          </select>
        )}
      </Row>
      <Row name={t("facts.place")} because={shown.place ? undefined : t("facts.placeMissing")}>
        {(id) => (
          <input
            id={id}
            dir="auto"
            maxLength={300}
            value={shown.place}
            disabled={!fields}
            onChange={(event) => onChange({ ...shown, place: event.target.value })}
            className={CONTROL}
          />
        )}
      </Row>
      <ThenRow />
      <button type="submit" className="sr-only" tabIndex={-1}>
        {word("decision.opens")}
      </button>
    </form>
  );
}

function Row({
  name,
  because,
  children,
}: {
  name: string;
  because?: string;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="grid grid-cols-[5.25rem_minmax(0,1fr)] gap-x-2 border-t border-line py-2">
      <label htmlFor={id} className="pt-1.5 text-label font-medium text-ink2">
        {name}
      </label>
      <div>
        {children(id)}
        {because && <p className="mt-1 text-label text-ink2">{because}</p>}
      </div>
    </div>
  );
}

/** Said before the key is pressed: the state, the next step and its time, the owner, and what the client hears. */
function ThenRow() {
  const { t } = useTranslation("tray");
  const { t: word } = useTranslation();
  const { clockTime } = useFormat();
  const now = useNow();
  const me = useMe();
  return (
    <div className="grid grid-cols-[5.25rem_minmax(0,1fr)] gap-x-2 border-y border-line py-3">
      <p className="text-label font-medium text-ink2">{t("outcome.name")}</p>
      <div className="flex flex-col gap-1 text-body">
        <StateWord state={OPENS_AS} />
        <p>
          <time className="font-semibold">{clockTime(opensDueAt(now))}</time>{" "}
          {word(`next.${DEFAULT_STEP[OPENS_AS].step}`)}
        </p>
        <WaitsOn holder="you" />
        <p>{t("outcome.owner", { name: me.name })}</p>
        <p className="text-label text-ink2">{t("outcome.silent")}</p>
      </div>
    </div>
  );
}
