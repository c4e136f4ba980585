/** The report in English; the other languages hold the same keys. */
import { details } from "./details.en.ts";
import type { Plural } from "./sentence.ts";

export const words = {
  head: {
    of: "Diagnosis of {name}",
    nameless: "Diagnosis of a chat",
    nothingSent: "read on this machine, nothing was sent",
    yourWords: "the words are from the chat and stay here",
  },
  read: {
    group: "Group chat",
    direct: "Chat of two",
    messages: { one: "{count} message", other: "{count} messages" },
    staff: { one: "{count} of the business", other: "{count} of the business" },
    requests: { one: "{count} request found", other: "{count} requests found" },
  },
  verdict: {
    stay: "Stay as you are.",
    watch: "Watch. Do not add structure yet.",
    add_structure: { one: "Add structure, in one place.", other: "Add structure, in {count} places." },
    not_enough: "Not enough to tell.",
  },
  line: {
    label: "The advice",
    stay: "stay as you are",
    watch: "watch",
    add_structure: "add structure",
    not_enough: "not on the line yet",
  },
  why: {
    works: "The chat works for what passes through it.",
    mostlyWorks: "The chat works for most of what passes through it.",
    halfWithin: "Half of the requests are finished within {time}.",
    noHalf: "Fewer than half of the requests come to an end in the chat.",
    shift: "At a change of shift things fall: {part} of {of} open requests were left lying or chased.",
    reactive:
      "Clients hear from the business late: {part} of {of} follow-ups came only after they asked again.",
    reactiveHours:
      "Clients hear from the business late: {part} of {of} follow-ups came only after they asked again, mostly from {from} to {to}.",
    bottleneck:
      "Work waits for {name}: {part} of {of} waits, chases and drops hang on what only {name} holds.",
    rising: "Since {date} more requests are chased than before.",
    askedAgain: "Clients asked again in {part} of {of} requests.",
    quiet: {
      shift: "Shift changes hold.",
      reactive: "Follow-up mostly comes before the client asks.",
      bottleneck: "Nothing much hangs on one person.",
    },
    few: {
      one: "{count} request was found. With so few, a figure would be chance.",
      other: "{count} requests were found. With so few, a figure would be chance.",
    },
    fewOfEach: "There are requests enough, but too few of what the signs count. A figure would be chance.",
  },
  sign: {
    title: "The four signs",
    shift: "Dropped between shifts",
    reactive: "Follow-up only after a chase",
    visibility: "Visible without reading",
    bottleneck: "Held by single people",
    counts: {
      shift: "open at a change of shift, then chased or left lying",
      reactive: "of what was said to clients after a silence",
      visibility: "requests whose state is plain without reading",
      bottleneck: "of what waited, known to one person alone",
    },
    of: "{part} of {of}",
    interval: "{low} to {high}",
    notTold: "not told",
    shiftNote: "{part} of {of} requests open at a change of shift.",
    shiftRisk: "Happens {ratio} times as often as without a change ({low} to {high}).",
    reactiveNote: "{part} of {of} follow-ups.",
    reactiveHours: "Most of the asking falls from {from} to {to}.",
    reactiveChased: "{part} of {of} requests were chased at least once.",
    visibilityNote: "{part} of {of} requests.",
    flow: "{arrivals} come in a week; {open} have no end in the chat.",
    little: "Going by how long they take, about {count} are open at once.",
    bottleneckNote: "{part} of {of} waits, chases and drops hang on {name}.",
    bottleneckNobody: "{part} of {of} waits, chases and drops hang on the one who holds most.",
    noShift: "No change of shift was found: all seem to work the same hours.",
    onePerson: "One person answers everything: there is nobody to share with, and no sign in that.",
    twoPeople: "Two people answer: of two, one is always most of them.",
    fewShift: {
      one: "{count} request was open at a change of shift. It takes {least} to tell.",
      other: "{count} requests were open at a change of shift. It takes {least} to tell.",
    },
    fewReactive: {
      one: "{count} follow-up was found. It takes {least} to tell.",
      other: "{count} follow-ups were found. It takes {least} to tell.",
    },
    fewVisibility: {
      one: "{count} request was found. It takes {least} to tell.",
      other: "{count} requests were found. It takes {least} to tell.",
    },
    fewBottleneck: {
      one: "{count} wait, chase or drop was found. It takes {least} to tell.",
      other: "{count} waits, chases and drops were found. It takes {least} to tell.",
    },
    chip: {
      act: "over the line",
      watch: "watch",
      quiet: "no sign",
      untold: "cannot tell",
      unjudged: "not judged",
    },
    watchFrom: "watch",
    actFrom: "act",
    plot: "{figure}, between {low} and {high}. Watch from {watch}, act from {act}.",
    plotAlone: "{figure}, between {low} and {high}.",
    behind: { one: "{count} request behind this", other: "{count} requests behind this" },
    legendInterval: "interval at 95 %",
    legendLine: "where the advice changes, judged by the lower end",
  },
  request: {
    state: {
      confirmed: "confirmed by the client",
      claimed: "done, by the business's word",
      presumed: "quiet after the answer",
      open: "no end in the chat",
    },
    chased: { one: "chased {count}×", other: "chased {count}×" },
    dropped: "dropped at the change",
    firstReply: "first reply: {time}",
    noReply: "nobody answered",
    took: "took {time}",
    more: {
      one: "{count} more is not shown here. The figures count it.",
      other: "{count} more are not shown here. The figures count them.",
    },
    moreMessages: {
      one: "{count} more message",
      other: "{count} more messages",
    },
    chase: "chase",
    promise: "promise",
    promiseFor: "promise for {time}",
    end: "the end",
    all: { one: "The {count} request, to check", other: "All {count} requests, to check" },
  },
  example: {
    chased: "One that was chased, {date}",
    dropped: "One that was dropped, {date}",
    usual: "One as it usually goes, {date}",
    hands: "Who spoke last",
    client: "client",
    us: "business",
    worker: "worker",
    handsLabel: "Who had the word: {steps}.",
    step: "{time} {who}",
  },
  since: {
    title: "Since when",
    counts: "requests a week, and how many of them were chased",
    from: "{date}: chases run ahead",
    same: "no week from which it changed",
    week: "Week from",
    requests: "Requests",
    chased: "Chased",
    label: {
      one: "Requests a week over {count} week; the table has the figures.",
      other: "Requests a week over {count} weeks; the table has the figures.",
    },
    table: "The figures",
  },
  hours: {
    title: "Asked again, by hour",
    none: "Nobody had to ask again.",
    label: "Chases by hour of the day: {list}.",
    at: "{hour}: {count}",
  },
  days: {
    title: "A week of requests",
    counts: "{dates}, the week with most chases; each line from opened to its end",
    countsUsual: "{dates}, the fullest week; each line from opened to its end",
    chase: "chase",
    edge: "change of shift",
    open: "no end",
    done: "the end",
    more: { one: "+{count} not drawn", other: "+{count} not drawn" },
    label: {
      one: "{day}: {count} request, {chases} chases",
      other: "{day}: {count} requests, {chases} chases",
    },
    quiet: "nothing",
  },
  holders: {
    title: "Who holds what",
    counts: "share of the requests each one answered or worked on",
    row: { one: "{count} request", other: "{count} requests" },
    open: { one: "{count} open", other: "{count} open" },
    away: "Without {names}, more than half of what is open would have nobody who knows it.",
    absence: "On days without {name} a reply takes {without}, on other days {with}.",
    effective: "The work is shared as if {count} people did equal parts.",
  },
  times: {
    title: "How long it takes",
    firstReply: "First reply",
    reply: "Each reply",
    resolution: "To the end",
    what: "What",
    median: "Half within",
    interval: "Between",
    p90: "9 of 10 within",
    business: "Half within, working time",
    n: "Counted",
    none: "not enough",
    note: "Working time runs when somebody of the business usually answers. What is still open counts as not yet over.",
  },
  advice: {
    title: "What to do, in this order",
    one: "If you do one thing",
    stay_as_you_are: "Leave it as it is. The chat does its work.",
    hand_over_open_requests: "At {times}, say what is open and who takes it, before anybody leaves.",
    agree_who_answers: "Agree who answers from {from} to {to}.",
    next_step_and_time: "Give each open request a next step and a time, and look before the client asks.",
    share_what_one_knows: "Let a second person know what {name} knows about the open work.",
    measure_again: { one: "Measure again in {count} week.", other: "Measure again in {count} weeks." },
    leave_the_group: "Leave the group as it is for talk among yourselves. It works.",
    gather_more: {
      one: "Measure again when the chat holds {count} more request.",
      other: "Measure again when the chat holds {count} more requests.",
    },
  },
  ...details,
};

type PluralOf<Forms extends string> = Record<Forms, string>;
type Same<Part, Forms extends string> = Part extends string
  ? string
  : Part extends Plural
    ? PluralOf<Forms>
    : { [Key in keyof Part]: Same<Part[Key], Forms> };

/** The same keys in another language, with all the forms in which it counts: a missing text is a type error. */
export type WordsIn<Forms extends Intl.LDMLPluralRule> = Same<typeof words, Forms | "other">;
export type DetailsIn<Forms extends Intl.LDMLPluralRule> = Same<typeof details, Forms | "other">;
export type ReportWords = WordsIn<"other">;
