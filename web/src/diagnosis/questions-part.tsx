import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DateOrder } from "../../../shared/diagnosis/chat.ts";
import { isolated } from "../request/event-words.tsx";
import { intlTag } from "../texts/i18n.ts";
import { Button } from "../ui/button.tsx";

import type { Said, Shown, ShownPerson } from "./talk.ts";

/** What only the reader can tell: which day a date is, and whether two names are one person. */
export function QuestionsPart({
  shown: { dateOrder, people },
  said,
  onSay,
  onOrder,
}: {
  shown: Shown;
  said: Said;
  onSay: (said: Said) => void;
  onOrder: (order: DateOrder) => void;
}) {
  const { t } = useTranslation("diagnosis");
  const [kept, setKept] = useState<readonly string[]>([]);
  const keep = (key: string) => setKept([...kept, key]);
  const pairs = pairsOf(people).filter(([one, other]) => !kept.includes(keyOf(one, other)));
  const hasDates = dateOrder.question !== null && !kept.includes("dates");
  if (pairs.length === 0 && !hasDates) return null;
  return (
    <section
      aria-label={t("ask.label")}
      className="not-on-paper mx-auto flex max-w-344 flex-col gap-2 px-8 pt-5 max-sm:px-3.5"
    >
      {hasDates && <DateQuestion dateOrder={dateOrder} onKeep={() => keep("dates")} onOrder={onOrder} />}
      {pairs.map(([one, other]) => (
        <Question
          key={keyOf(one, other)}
          question={t("ask.same", { one: isolated(one.shownAs), other: isolated(other.shownAs) })}
          why={t("ask.sameWhy")}
        >
          <Button
            size="small"
            onClick={() => onSay({ ...said, same: [...said.same, [one.name, other.name]] })}
          >
            {t("ask.isSame")}
          </Button>
          <Button size="small" onClick={() => keep(keyOf(one, other))}>
            {t("ask.isNot")}
          </Button>
        </Question>
      ))}
    </section>
  );
}

const WHY = {
  ambiguous: "ask.datesAmbiguous",
  inferred: "ask.datesInferred",
  given: "ask.datesGiven",
  proved: "ask.datesGiven",
} as const;

function DateQuestion({
  dateOrder: { question, certainty },
  onKeep,
  onOrder,
}: {
  dateOrder: Shown["dateOrder"];
  onKeep: () => void;
  onOrder: (order: DateOrder) => void;
}) {
  const { t, i18n } = useTranslation("diagnosis");
  if (!question) return null;
  // The chat's clock names no zone: it is kept as if it were UTC, and shown so.
  const days = new Intl.DateTimeFormat(intlTag(i18n.language), { dateStyle: "long", timeZone: "UTC" });
  const [read, other] = [days.format(question.read), days.format(question.other)];
  return (
    <Question question={t("ask.dates", { read, other })} why={t(WHY[certainty])}>
      <Button size="small" onClick={onKeep}>
        {t("ask.keep", { date: read })}
      </Button>
      <Button size="small" onClick={() => onOrder(question.otherOrder)}>
        {t("ask.change", { date: other })}
      </Button>
    </Question>
  );
}

const Question = ({ question, why, children }: { question: string; why: string; children: ReactNode }) => (
  <div className="on-strip flex flex-wrap items-center gap-x-6 gap-y-2 rounded-strip px-4 py-2.5 shadow-1">
    <p className="min-w-0 flex-1 basis-64">
      <span className="font-semibold">{question}</span> <span className="text-ink2">{why}</span>
    </p>
    <div className="flex flex-wrap gap-2">{children}</div>
  </div>
);

const keyOf = (one: ShownPerson, other: ShownPerson): string => JSON.stringify([one.name, other.name].sort());

/** Each pair once, the one who wrote more first. */
function pairsOf(people: readonly ShownPerson[]): [ShownPerson, ShownPerson][] {
  const pairs = new Map<string, [ShownPerson, ShownPerson]>();
  for (const person of people) {
    const other = person.perhapsSameAs === null ? undefined : people[person.perhapsSameAs];
    if (!other) continue;
    const isFirst = person.messages >= other.messages;
    pairs.set(keyOf(person, other), isFirst ? [person, other] : [other, person]);
  }
  return [...pairs.values()];
}
