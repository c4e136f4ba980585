/** Something the caller of the control API can act on; its message is shown. */
export type ControlErrorCode = "not_found" | "invalid" | "conflict" | "forbidden";

export const HTTP_STATUS: Record<ControlErrorCode, number> = {
  not_found: 404,
  invalid: 400,
  conflict: 409,
  forbidden: 403,
};

export class ControlError extends Error {
  readonly code: ControlErrorCode;
  constructor(code: ControlErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
