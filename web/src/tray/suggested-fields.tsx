import { useQuery } from "@tanstack/react-query";
import { type ComponentProps, type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Owner } from "../../../shared/api/requests.ts";
import type { Because, Suggestion } from "../../../shared/api/suggestion.ts";
import type { Category } from "../../../shared/api/system.ts";
import { PRIORITIES } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { peopleQuery } from "../request/use-request.ts";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { ChevronGlyph } from "../ui/glyphs.tsx";
import { useNow } from "../ui/now.ts";
import { BecauseWords } from "./because-words.tsx";
import type { Fields } from "./item-fields.ts";

type Props = {
  fields: Fields | null;
  suggestion: Suggestion | null;
  categories: readonly Category[];
  titleRef: React.RefObject<HTMLInputElement | null>;
  onChange: (fields: Fields) => void;
};

const CONTROL =
  "aligned w-full min-w-0 rounded-none border-b border-transparent bg-transparent py-0.5 text-body font-semibold text-ink hover:border-line2 focus:border-ink touch:min-h-11 touch:border-line touch:text-[1rem]";
const NOTHING: Fields = {
  title: "",
  categoryId: null,
  priority: "normal",
  place: "",
  owner: { kind: "account", id: 0, name: "" },
};

/** Each fact of the request that would open, beside why it stands there; each is put right in its place. */
export function SuggestedFields({ fields, suggestion, categories, titleRef, onChange }: Props) {
  const { t } = useTranslation("tray");
  const { t: desk } = useTranslation("desk");
  const { t: word } = useTranslation();
  const shown = fields ?? NOTHING;
  const isOff = !fields;
  const why = suggestion;
  return (
    <>
      <Row
        name={t("facts.title")}
        because={shown.title === why?.title?.value ? why.title.because : null}
        note={why ? null : t("facts.titleBecause")}
      >
        {(id) => (
          <input
            {...{ ref: titleRef, id, dir: "auto", required: true, maxLength: 200, disabled: isOff }}
            value={shown.title}
            onChange={(event) => onChange({ ...shown, title: event.target.value })}
            className={CONTROL}
          />
        )}
      </Row>
      <Row
        name={t("facts.category")}
        because={shown.categoryId === why?.categoryId?.value ? why?.categoryId?.because : null}
      >
        {(id) => (
          <Chosen
            {...{ id, disabled: isOff }}
            value={shown.categoryId ?? ""}
            onChange={(event) =>
              onChange({ ...shown, categoryId: event.target.value ? Number(event.target.value) : null })
            }
          >
            <option value="">{t("facts.noCategory")}</option>
            {categories.map((category) => (
              <option key={category.id} value={category.id}>
                {category.name}
              </option>
            ))}
          </Chosen>
        )}
      </Row>
      <Row
        name={t("facts.priority")}
        because={shown.priority === why?.priority?.value ? why.priority.because : null}
      >
        {(id) => (
          <Chosen
            {...{ id, disabled: isOff }}
            value={shown.priority}
            onChange={(event) => {
              const priority = PRIORITIES.find((each) => each === event.target.value);
              if (priority) onChange({ ...shown, priority });
            }}
          >
            {PRIORITIES.map((priority) => (
              <option key={priority} value={priority}>
                {word(`priority.${priority}`)}
              </option>
            ))}
          </Chosen>
        )}
      </Row>
      <Row
        name={t("facts.place")}
        because={shown.place && shown.place === why?.place?.value ? why.place.because : null}
        note={shown.place ? null : t("facts.placeMissing")}
      >
        {(id) => (
          <input
            {...{ id, dir: "auto", maxLength: 300, disabled: isOff, className: CONTROL }}
            value={shown.place}
            onChange={(event) => onChange({ ...shown, place: event.target.value })}
          />
        )}
      </Row>
      <WantedRow wanted={why?.wanted ?? null} />
      <Row
        name={desk("field.owner")}
        because={shown.owner.id === why?.owner?.value.id ? why.owner.because : null}
      >
        {(id) => (
          <OwnerSelect
            id={id}
            owner={shown.owner}
            isOff={isOff}
            onChange={(owner) => onChange({ ...shown, owner })}
          />
        )}
      </Row>
    </>
  );
}

/** The time the client asks for: told, not kept: a promise is given by a person. */
function WantedRow({ wanted }: { wanted: Suggestion["wanted"] }) {
  const { t } = useTranslation("desk");
  const { column, columnRest } = useFormat();
  const now = useNow();
  if (!wanted) return null;
  const { words, at } = wanted.value;
  return (
    <Row name={t("field.wanted")} because={wanted.because}>
      {(id) => (
        <output id={id} className="block py-1 text-body font-semibold">
          {at ? `${column(at, now)} ${columnRest(at, now)}`.trim() : <bdi>{words}</bdi>}
        </output>
      )}
    </Row>
  );
}

function OwnerSelect({
  id,
  owner,
  isOff,
  onChange,
}: {
  id: string;
  owner: Owner;
  isOff: boolean;
  onChange: (owner: Owner) => void;
}) {
  const { t } = useTranslation("desk");
  const { t: request } = useTranslation("request");
  const me = useMe();
  const people = useQuery(peopleQuery).data;
  const owners = ownersOf(people, owner);
  return (
    <Chosen
      id={id}
      disabled={isOff}
      value={`${owner.kind}:${owner.id}`}
      onChange={(event) => {
        const chosen = owners.find((each) => `${each.kind}:${each.id}` === event.target.value);
        if (chosen) onChange(chosen);
      }}
    >
      {owners.map((each) => (
        <option key={`${each.kind}:${each.id}`} value={`${each.kind}:${each.id}`}>
          {each.kind === "team"
            ? request("fact.team", { name: each.name })
            : each.id === me.id
              ? t("field.me", { name: each.name })
              : each.name}
        </option>
      ))}
    </Chosen>
  );
}

/** The platform's own select, looking like the words it chooses. */
const Chosen = (props: ComponentProps<"select">) => (
  <span className="relative block">
    <select {...props} className={cx(CONTROL, "appearance-none pe-6")} />
    <ChevronGlyph className="pointer-events-none absolute end-0.5 top-1/2 -translate-y-1/2 text-ink3" />
  </span>
);

type Staff = {
  people: readonly { id: number; name: string; isActive: boolean }[];
  teams: readonly { id: number; name: string }[];
};

/** Everyone who can hold a request; who is chosen is always among them. */
export function ownersOf(staff: Staff | undefined, chosen: Owner | null): Owner[] {
  const known: Owner[] = [
    ...(staff?.people ?? [])
      .filter(({ isActive }) => isActive)
      .map(({ id, name }) => ({ kind: "account" as const, id, name })),
    ...(staff?.teams ?? []).map(({ id, name }) => ({ kind: "team" as const, id, name })),
  ];
  const isKnown = known.some(({ kind, id }) => kind === chosen?.kind && id === chosen.id);
  return chosen && !isKnown ? [chosen, ...known] : known;
}

function Row({
  name,
  because,
  note,
  children,
}: {
  name: string;
  because?: readonly Because[] | null | undefined;
  note?: string | null;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  const hasWhy = because && because.length > 0;
  return (
    <div className="grid grid-cols-[5.25rem_minmax(0,1fr)] gap-x-2 border-t border-line py-2">
      <label htmlFor={id} className="pt-1 text-label font-medium text-ink2">
        {name}
      </label>
      <div className="min-w-0">
        {children(id)}
        {(hasWhy || note) && (
          <p className="mt-0.5 text-label text-ink2">{hasWhy ? <BecauseWords because={because} /> : note}</p>
        )}
      </div>
    </div>
  );
}
