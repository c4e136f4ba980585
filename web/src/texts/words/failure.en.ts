/** What a refusal of the server says, by its code. A code not here shows the server's own English sentence. */
export const failure = {
  offline: "No connection to Baton. Nothing was sent.",
  wrong_login: "Login or password is not right.",
  wrong_password: "The current password is not right.",
  wrong_code: "This is not the code. A new start of the server prints a new one.",
  weak_password: "This password is too easy to guess. Take a longer one.",
  login_taken: "Somebody has this login already. Choose another.",
  last_admin: "This is the only admin. Make somebody else an admin first.",
  link_worthless: "This link no longer works. Ask for a new one.",
  already_set_up: "This Baton already has an admin. Sign in instead.",
  deactivated: "This person was deactivated. Bring them back first.",
  too_many: "Too many tries. Wait a few minutes.",
  busy: "Somebody changed the same thing just now. Try again.",
  database_away:
    "The database does not answer just now. Look in a moment whether this was saved; if not, try again.",
  disk_full:
    "The server’s disk is full, so nothing was saved. Tell whoever runs this Baton to free some room.",
  needs_role: "Your role does not allow this.",
  internal: "Baton had a problem of its own. It is written in its log.",
  unexpected: "Baton could not answer. Try again in a moment.",
} as const;
