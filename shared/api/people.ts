/** Accounts, sign-in, sessions, invitations, tokens, teams. Workers have none of these: they live in WhatsApp. */
import { z } from "zod";
import { ROLES } from "../request.ts";
import { Done, endpoint, Id, IdParams, Instant } from "./endpoint.ts";

/** What a person types to sign in: letters, digits, dot, dash, underscore or an e-mail address; compared in lower case. */
export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}._@+-]{2,80}$/u, "Use 2 to 80 letters, digits, dots, dashes or an e-mail address.");
/** Length is what matters (NIST SP 800-63B); the server refuses the most common ones. */
const Password = z.string().min(10, "Use at least 10 characters.").max(200);
export const PersonName = z.string().trim().min(1).max(80);
export const Locale = z.enum(["en", "es", "ar"]);

export const Me = z.object({
  id: Id,
  name: z.string(),
  login: z.string(),
  role: z.enum(ROLES),
  locale: Locale.nullable(),
  teamIds: z.array(Id),
});
export type Me = z.infer<typeof Me>;

export const Person = z.object({
  id: Id,
  name: z.string(),
  login: z.string(),
  role: z.enum(ROLES),
  isActive: z.boolean(),
  lastSeenAt: Instant.nullable(),
  teamIds: z.array(Id),
});
export type Person = z.infer<typeof Person>;

/** A link to give to somebody by whatever way; it works once, until then. */
export const Link = z.object({ url: z.string(), expiresAt: Instant });

export const peopleApi = {
  setupState: endpoint({
    method: "GET",
    path: "/api/v1/set-up",
    access: "public",
    summary: "Whether the first admin must still be made",
    output: z.object({ needed: z.boolean() }),
  }),
  setUp: endpoint({
    method: "POST",
    path: "/api/v1/set-up",
    access: "public",
    summary: "Make the first admin with the one-time code that the start printed, and sign in",
    body: z.object({
      code: z.string().trim().min(1).max(40),
      name: PersonName,
      login: Login,
      password: Password,
      locale: Locale.nullable().default(null),
    }),
    output: Me,
  }),
  signIn: endpoint({
    method: "POST",
    path: "/api/v1/session",
    access: "public",
    summary: "Sign in",
    body: z.object({ login: z.string().max(200), password: z.string().max(200) }),
    output: Me,
  }),
  me: endpoint({
    method: "GET",
    path: "/api/v1/session",
    access: "session",
    summary: "Who is signed in",
    output: Me,
  }),
  changeMe: endpoint({
    method: "PATCH",
    path: "/api/v1/session",
    access: "session",
    summary: "Change one's own name, language or password",
    body: z.object({
      name: PersonName.optional(),
      locale: Locale.nullable().optional(),
      password: z.object({ current: z.string().max(200), next: Password }).optional(),
    }),
    output: Me,
  }),
  signOut: endpoint({
    method: "DELETE",
    path: "/api/v1/session",
    access: "session",
    summary: "Sign out here",
    output: Done,
  }),
  listSessions: endpoint({
    method: "GET",
    path: "/api/v1/sessions",
    access: "session",
    summary: "One's own sessions",
    output: z.object({
      sessions: z.array(
        z.object({
          id: Id,
          startedAt: Instant,
          lastSeenAt: Instant,
          browser: z.string(),
          isThisOne: z.boolean(),
        }),
      ),
    }),
  }),
  revokeSession: endpoint({
    method: "DELETE",
    path: "/api/v1/sessions/:id",
    access: "session",
    summary: "Sign out one of one's own sessions",
    params: IdParams,
    output: Done,
  }),
  listPeople: endpoint({
    method: "GET",
    path: "/api/v1/people",
    access: "operator",
    summary: "Everyone with a login, and the teams",
    output: z.object({
      people: z.array(Person),
      teams: z.array(z.object({ id: Id, name: z.string() })),
      invitations: z.array(z.object({ id: Id, name: z.string(), role: z.enum(ROLES), expiresAt: Instant })),
    }),
  }),
  changePerson: endpoint({
    method: "PATCH",
    path: "/api/v1/people/:id",
    access: "admin",
    summary: "Change a person's name or role, deactivate or bring back",
    params: IdParams,
    body: z.object({
      name: PersonName.optional(),
      role: z.enum(ROLES).optional(),
      isActive: z.boolean().optional(),
    }),
    output: Person,
  }),
  resetPerson: endpoint({
    method: "POST",
    path: "/api/v1/people/:id/reset",
    access: "admin",
    summary: "Make a link by which a person sets a new password; ends their sessions when used",
    params: IdParams,
    output: Link,
  }),
  invite: endpoint({
    method: "POST",
    path: "/api/v1/invitations",
    access: "admin",
    summary: "Make a link by which a new person joins",
    body: z.object({ name: PersonName, role: z.enum(ROLES) }),
    output: Link,
  }),
  withdrawInvitation: endpoint({
    method: "DELETE",
    path: "/api/v1/invitations/:id",
    access: "admin",
    summary: "Make an unused link worthless",
    params: IdParams,
    output: Done,
  }),
  /** The token travels in the body, never in a path: URLs reach logs. */
  readInvitation: endpoint({
    method: "POST",
    path: "/api/v1/invitations/read",
    access: "public",
    summary: "What a link is for",
    body: z.object({ token: z.string().max(100) }),
    output: z.object({
      kind: z.enum(["invitation", "reset"]),
      name: z.string(),
      login: z.string().nullable(),
    }),
  }),
  acceptInvitation: endpoint({
    method: "POST",
    path: "/api/v1/invitations/accept",
    access: "public",
    summary: "Join, or set a new password, by a link; signs in",
    body: z.object({
      token: z.string().max(100),
      login: Login.nullable().default(null),
      password: Password,
      locale: Locale.nullable().default(null),
    }),
    output: Me,
  }),
  listTokens: endpoint({
    method: "GET",
    path: "/api/v1/tokens",
    access: "admin",
    summary: "Tokens for programs",
    output: z.object({
      tokens: z.array(
        z.object({
          id: Id,
          name: z.string(),
          role: z.enum(ROLES),
          createdAt: Instant,
          lastUsedAt: Instant.nullable(),
        }),
      ),
    }),
  }),
  addToken: endpoint({
    method: "POST",
    path: "/api/v1/tokens",
    access: "admin",
    summary: "Make a token; it is shown this once",
    body: z.object({ name: PersonName, role: z.enum(ROLES) }),
    output: z.object({ id: Id, token: z.string() }),
  }),
  revokeToken: endpoint({
    method: "DELETE",
    path: "/api/v1/tokens/:id",
    access: "admin",
    summary: "Make a token worthless",
    params: IdParams,
    output: Done,
  }),
} as const;
