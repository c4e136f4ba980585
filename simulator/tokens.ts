/** Who may call the Graph side, and for what. */
import type { Refusal } from "./graph-error.ts";

const PERMISSIONS = [
  "whatsapp_business_management",
  "whatsapp_business_messaging",
  "business_management",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export type Token = {
  value: string;
  kind: "SYSTEM_USER" | "USER" | "APP";
  permissions: string[];
  /** The accounts it was given; null: all. */
  accounts: string[] | null;
  /** Null: never. */
  expiresAt: number | null;
  isRevoked: boolean;
};

export type Tokens = Map<string, Token>;

export function createTokens(token: string, app: { id: string; secret: string }): Tokens {
  const appToken = `${app.id}|${app.secret}`;
  return new Map([
    [token, newToken(token)],
    [appToken, { ...newToken(appToken), kind: "APP" as const }],
  ]);
}

export function newToken(value: string, given: Partial<Omit<Token, "value">> = {}): Token {
  return {
    value,
    kind: "SYSTEM_USER",
    permissions: [...PERMISSIONS],
    accounts: null,
    expiresAt: null,
    isRevoked: false,
    ...given,
  };
}

/** The token, or how it is refused: none at all is 0, one that is wrong or over is 190. */
export function checkToken(tokens: Tokens, value: string | null, now: number): Token | Refusal {
  if (value === null || value === "") return { code: 0 };
  const token = tokens.get(value);
  if (!token) return { code: 190, message: "Invalid OAuth access token - Cannot parse access token" };
  if (token.isRevoked) {
    const message = "Error validating access token: The session has been invalidated by its owner.";
    return { code: 190, subcode: 460, message };
  }
  if (token.expiresAt !== null && token.expiresAt <= now) {
    const at = new Date(token.expiresAt).toUTCString();
    return {
      code: 190,
      subcode: 463,
      message: `Error validating access token: Session has expired on ${at}. The current time is ${new Date(now).toUTCString()}.`,
    };
  }
  return token;
}

/** 10 when the permission was never given, 200 when the account was not. */
export function checkPermission(
  token: Token,
  needs: Permission | null,
  accountId: string | null,
): Refusal | null {
  if (needs !== null && !token.permissions.includes(needs)) {
    return { code: 10, message: "(#10) Application does not have permission for this action" };
  }
  if (accountId !== null && token.accounts !== null && !token.accounts.includes(accountId)) {
    return {
      code: 200,
      message:
        "(#200) You do not have the necessary permissions required on behalf of this WhatsApp Business Account",
    };
  }
  return null;
}
