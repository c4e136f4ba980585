/** Signs of what can be sent; drawn, and hidden from readers. */
import type { ReactNode } from "react";
import { cx } from "../../ui/class-names.ts";

type Props = { className?: string };

const Sign = ({ children, className }: Props & { children: ReactNode }) => (
  <svg
    viewBox="0 0 18 18"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    className={cx("size-4.5 shrink-0", className)}
    aria-hidden="true"
  >
    {children}
  </svg>
);

export const PlusSign = (props: Props) => (
  <Sign {...props}>
    <path d="M9 3.5v11M3.5 9h11" />
  </Sign>
);
export const ClipSign = (props: Props) => (
  <Sign {...props}>
    <path d="m14.8 8.4-5.6 5.7a3.6 3.6 0 0 1-5.1-5.1l6-6.1a2.4 2.4 0 0 1 3.4 3.4l-5.8 5.9a1.2 1.2 0 0 1-1.7-1.7l5-5.1" />
  </Sign>
);
export const CameraSign = (props: Props) => (
  <Sign {...props}>
    <path d="M2 5.8h3.2l1.3-2h5l1.3 2H16v8.7H2Z" />
    <circle cx="9" cy="9.9" r="2.6" />
  </Sign>
);
export const MicSign = (props: Props) => (
  <Sign {...props}>
    <rect x="6.7" y="2" width="4.6" height="8.4" rx="2.3" />
    <path d="M3.8 8.6a5.2 5.2 0 0 0 10.4 0M9 13.8V16" />
  </Sign>
);
export const PinSign = (props: Props) => (
  <Sign {...props}>
    <path d="M9 16.2S3.8 11.2 3.8 7.2a5.2 5.2 0 0 1 10.4 0c0 4-5.2 9-5.2 9Z" />
    <circle cx="9" cy="7.2" r="1.7" />
  </Sign>
);
export const CardSign = (props: Props) => (
  <Sign {...props}>
    <rect x="2" y="3.5" width="14" height="11" rx="1.2" />
    <circle cx="6.4" cy="7.8" r="1.5" />
    <path d="M3.9 12.2c.3-1.5 1.3-2.1 2.5-2.1s2.2.6 2.5 2.1M11 7.2h2.6M11 10.4h2.6" />
  </Sign>
);
export const ButtonsSign = (props: Props) => (
  <Sign {...props}>
    <rect x="2.5" y="3" width="13" height="5" rx="1.4" />
    <rect x="2.5" y="10.2" width="13" height="5" rx="1.4" />
  </Sign>
);
export const ListSign = (props: Props) => (
  <Sign {...props}>
    <path d="M6.5 4.5h9M6.5 9h9M6.5 13.5h9M2.6 4.5h.1M2.6 9h.1M2.6 13.5h.1" />
  </Sign>
);
export const AskPinSign = (props: Props) => (
  <Sign {...props}>
    <path d="M7.5 15.6S3 11.2 3 7.6a4.5 4.5 0 0 1 7-3.7M12 4.6a1.9 1.9 0 1 1 2.6 1.8c-.7.3-.9.7-.9 1.4M13.7 10.6v.1" />
  </Sign>
);
export const AskPhoneSign = (props: Props) => (
  <Sign {...props}>
    <rect x="3" y="2.5" width="7.4" height="13" rx="1.4" />
    <path d="M6.1 13h1.2M12.6 5.4a1.6 1.6 0 1 1 2.2 1.5c-.6.3-.8.6-.8 1.2M14 11v.1" />
  </Sign>
);
export const TemplateSign = (props: Props) => (
  <Sign {...props}>
    <path d="M3 2.8h12v12.4H3ZM3 6.6h12M6 9.8h6M6 12.4h3.4" />
  </Sign>
);
export const QuickSign = (props: Props) => (
  <Sign {...props}>
    <path d="M10.2 1.8 4 10.2h4.2l-.8 6 6.6-8.8H9.6Z" />
  </Sign>
);
export const FilmSign = (props: Props) => (
  <Sign {...props}>
    <path d="M2.5 4h13v10h-13ZM7.3 6.7v4.6L11.2 9Z" />
  </Sign>
);
export const SoundSign = (props: Props) => (
  <Sign {...props}>
    <path d="M3 9h.1M6 6.2v5.6M9 3.6v10.8M12 6.2v5.6M15 9h.1" />
  </Sign>
);
export const PageSign = (props: Props) => (
  <Sign {...props}>
    <path d="M4 2h6.6L14 5.4V16H4ZM10.4 2.2v3.4H14" />
  </Sign>
);
export const BinSign = (props: Props) => (
  <Sign {...props}>
    <path d="M3.5 5h11M7 5V3h4v2M5 5l.7 10.5h6.6L13 5M7.7 8v4.6M10.3 8v4.6" />
  </Sign>
);
