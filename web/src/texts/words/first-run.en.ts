/** The page of choices at the beginning. */
export const firstRun = {
  who: "Signed in as {{name}}, {{role}}. Runs on this machine, nothing has left it.",
  title: "Keep WhatsApp. Take the state out of it. Where would you like to begin?",
  sample: {
    title: "Try a sample day",
    lead: "A plumbing firm, a Monday, eight messages arriving as you watch. You sort them with one key each, then see the day on the board.",
    quote1: "“No hay agua en el 4B”",
    quote2: "“¿Ya vienen?”",
    quote3: "“Gracias!!”",
    start: "Start the day",
    facts: "about 3 minutes, sends nothing",
    adminOnly: "An admin can start it.",
    starting: "The day begins",
    progress: "{{sent}} of {{total}} messages have arrived",
    open: "Open the tray",
    phones: "Open the phones",
    remove: "Remove the sample day",
    removeAsk: "Remove the sample day?",
    removeLead:
      "The sample number goes, with every message, request and contact that came by it. Nothing else is touched.",
    removed: "The sample day is removed.",
  },
  connect: {
    title: "Connect a number",
    lead: "A WhatsApp Business number on the Cloud API. Set these where Baton runs, then start it again:",
    hook: "In your Meta app, the webhook’s address is this Baton’s, with",
    connected: "A number is connected.",
  },
  foot: "You can do both, in any order. Find them again under your name.",
  address: "Address of this Baton: {{address}}",
  skip: "Go to the tray",
} as const;
