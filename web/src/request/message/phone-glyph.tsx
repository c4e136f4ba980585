/** A handset; crossed when it may not be used. */
export const PhoneGlyph = ({ isOff, className }: { isOff?: boolean; className?: string }) => (
  <svg
    viewBox="0 0 16 16"
    className={className ?? "size-4 shrink-0 stroke-ink2"}
    fill="none"
    strokeWidth="1.4"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d="M5.3 2.2 3.4 2.6c-.6.1-1 .7-.9 1.3.6 5 4.6 9 9.6 9.6.6.1 1.2-.3 1.3-.9l.4-1.9-2.9-1.6-1.5 1.3A8.4 8.4 0 0 1 5.6 6.6L6.9 5.1Z" />
    {isOff && <path d="m9.5 2.5 4 4M13.5 2.5l-4 4" />}
  </svg>
);
