/** What the page is given of a diagnosis. Pure. */
import type { Diagnosis } from "../../../shared/diagnosis/diagnosis.ts";
import { isUnsure, reasonsOf } from "../../../shared/diagnosis/report/people-rows.ts";
import { renderReport } from "../../../shared/diagnosis/report/render.ts";
import type { Report } from "../../../shared/diagnosis/report/report.ts";
import { boardOf } from "./board-of.ts";
import { dateQuestionOf } from "./date-question.ts";
import type { Said, Shown } from "./talk.ts";

/** `seen`: as the report shows it, perhaps masked. */
export function shownOf(diagnosis: Diagnosis, seen: Diagnosis, report: Report, said: Said): Shown {
  const { chat, people } = diagnosis;
  const { order, certainty } = chat.dateOrder;
  return {
    title: seen.chat.title,
    markup: renderReport(report),
    said,
    people: people.map((person, place) => ({
      name: person.name,
      shownAs: seen.people[place]?.name ?? person.name,
      role: person.role,
      messages: person.messages,
      reasons: reasonsOf(person, report.voice),
      isUnsure: isUnsure(person),
      perhapsSameAs: person.perhapsSameAs,
    })),
    dateOrder: { order, certainty, question: certainty === "proved" ? null : dateQuestionOf(chat) },
    board: boardOf(diagnosis),
  };
}
