/** What browsers may do with our pages: only what we serve ourselves, framed by nobody. */
import { createHash } from "node:crypto";
import type { FastifyHelmetOptions } from "@fastify/helmet";

/**
 * React Aria puts these two sheets into the page (touch on what can be pressed, scrolling behind a dialog on
 * iOS). Allowed by their digest, so that no other inline sheet is.
 */
const SHEETS = [
  "@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}",
  "@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}",
];
const digestOf = (sheet: string) => `'sha256-${createHash("sha256").update(sheet).digest("base64")}'`;

export function securityHeaders(publicUrl: string): FastifyHelmetOptions {
  const isSecure = publicUrl.startsWith("https:");
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        // The decoder of voice notes, for browsers that know no Ogg, is WebAssembly; scripts are still only our own files.
        "script-src": ["'self'", "'wasm-unsafe-eval'"],
        "style-src": ["'self'", ...SHEETS.map(digestOf)],
        // Widths and positions that are data (tracks, the day line) are style attributes.
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": ["'self'", "blob:", "data:"],
        "media-src": ["'self'", "blob:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
      },
    },
    // A browser that once saw this header refuses plain http for a year: only where https is the address.
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: "no-referrer" },
    xFrameOptions: { action: "deny" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
  };
}
