/** The refusals a person can act on. Everything else is a bug: it rises, is logged once and answered with 500. */
const STATUS = {
  bad_request: 400,
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
} as const;

export type ErrorKind = keyof typeof STATUS;

/**
 * `message` is shown and says what to do. `code` lets screens say it in the person's language,
 * with `detail` for its names and times (never message text or phone numbers, law 11).
 */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly kind: ErrorKind;
  readonly code: string;
  readonly detail: Record<string, unknown> | undefined;

  constructor(
    kind: ErrorKind,
    message: string,
    more: { code?: string; detail?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.kind = kind;
    this.code = more.code ?? kind;
    this.detail = more.detail;
  }

  get status(): number {
    return STATUS[this.kind];
  }
}
