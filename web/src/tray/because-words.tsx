import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Because } from "../../../shared/api/suggestion.ts";

/** Stands in a text where the client's own words or a name belong. */
const HERE = "\u0001";
const MOST_WORDS = 4;

/** Reasons in the reader's words, with the client's quoted in their own script. */
export function BecauseWords({ because }: { because: readonly Because[] }) {
  return because.map((reason, place) => (
    <Fragment key={`${reason.code}-${place}`}>
      {place > 0 && "; "}
      <Reason reason={reason} />
    </Fragment>
  ));
}

function Reason({ reason }: { reason: Because }) {
  const { t } = useTranslation("desk");
  const words = reason.words.slice(0, MOST_WORDS);
  // Known by itself, for reasons that quote when they can.
  const code = reason.code === "words" && words.length === 0 ? "first_words" : reason.code;
  const figures = { count: reason.count ?? 0, of: reason.of ?? 0 };
  const text = t(`because.${code}`, { ...figures, what: HERE, name: HERE });
  const filling = NAMED.includes(code) ? [reason.name ?? ""].filter(Boolean) : words;
  if (!text.includes(HERE))
    return filling.length > 0 && !NAMED.includes(code) ? withQuotes(text, filling) : text;
  const [before, after] = text.split(HERE);
  return (
    <>
      {before}
      {NAMED.includes(code) ? filling.map((name) => <bdi key={name}>{name}</bdi>) : quoted(filling)}
      {after}
    </>
  );
}

const NAMED: readonly string[] = [
  "rule",
  "like_others",
  "usual_owner",
  "covers_category",
  "given_to",
  "on_shift",
];

const withQuotes = (text: string, words: readonly string[]) => (
  <>
    {text}: {quoted(words)}
  </>
);

const quoted = (words: readonly string[]): ReactNode =>
  words.map((word, place) => (
    <Fragment key={word}>
      {place > 0 && ", "}
      <q className="before:content-['“'] after:content-['”']">
        <bdi>{word}</bdi>
      </q>
    </Fragment>
  ));
