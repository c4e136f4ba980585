/** Words of the components themselves: times, refusals, waiting. */
export const kit = {
  time: {
    now: "now",
    minutes: "{{m}} min",
    hours: "{{h}} h",
    hoursMinutes: "{{h}} h {{mm}}",
    days: "{{d}} d",
    daysHours: "{{d}} d {{h}} h",
    ago: "{{time}} ago",
    in: "in {{time}}",
    seconds: "{{s}} s",
  },
  strip: {
    unread: "unread",
    mine: "in your hands",
    noClient: "no client yet",
    handover: "to",
  },
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  copy: "Copy",
  copied: "Copied",
  more: "More",
  loading: "Loading",
  tryAgain: "Try again",
  notChanged: "Nothing was changed.",
  error: {
    title: "This did not work",
    offline: "No connection to Baton. What you did was not sent.",
    unexpected: "Baton had a problem of its own. It was written down in its log.",
  },
} as const;
