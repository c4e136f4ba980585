import { Link, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useOverview } from "../api/queries.ts";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { useKey } from "../ui/use-key.ts";
import { PAGES, PageGlyph, type PageName } from "./pages.tsx";

/** What stands beside a page's name: ember where it is yours to do, grey where it only counts. */
function Count({ page, isSmall = false }: { page: PageName; isSmall?: boolean }) {
  const { t } = useTranslation("shell");
  const { number } = useFormat();
  const overview = useOverview();
  if (!overview || (page !== "tray" && page !== "board")) return null;
  const value = page === "tray" ? overview.toSort : overview.open;
  if (isSmall && (page !== "tray" || value === 0)) return null;
  return (
    <>
      <span
        aria-hidden="true"
        className={cx("text-line", page === "tray" && value > 0 ? "font-semibold text-hand" : "text-ink3")}
      >
        {number(value)}
      </span>
      <span className="sr-only">
        {page === "tray" ? t("count.toSort", { count: value }) : t("count.open", { count: value })}
      </span>
    </>
  );
}

/** The desk's row of pages; G and a letter go there. */
export function BarNav() {
  const { t } = useTranslation("shell");
  const router = useRouter();
  const [tray, board, requests, contacts] = PAGES;
  useKey(tray.keys, () => void router.navigate({ to: tray.to }));
  useKey(board.keys, () => void router.navigate({ to: board.to }));
  useKey(requests.keys, () => void router.navigate({ to: requests.to }));
  useKey(contacts.keys, () => void router.navigate({ to: contacts.to }));
  return (
    <nav aria-label={t("nav.label")} className="flex h-full gap-6.5 max-lg:gap-4 max-sm:hidden">
      {PAGES.map((page) => (
        <Link
          key={page.name}
          to={page.to}
          className="-outline-offset-4 relative flex items-center gap-1.5 text-body font-medium text-ink2 hover:text-ink"
          activeProps={{
            className:
              "!text-ink font-semibold after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:bg-ink",
          }}
        >
          {t(`nav.${page.name}`)}
          <Count page={page.name} />
        </Link>
      ))}
    </nav>
  );
}

/** The phone's tabs, at the thumb. */
export function TabBar() {
  const { t } = useTranslation("shell");
  return (
    <nav
      aria-label={t("nav.label")}
      className="on-panel grid grid-cols-4 border-t border-line pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {PAGES.map((page) => (
        <Link
          key={page.name}
          to={page.to}
          className="-outline-offset-4 relative flex min-h-14 flex-col items-center justify-center gap-0.5 text-label font-medium text-ink2"
          activeProps={{
            className:
              "!text-ink font-semibold before:absolute before:inset-x-0 before:-top-px before:h-0.5 before:bg-ink",
          }}
        >
          <PageGlyph name={page.name} />
          <span className="flex items-center gap-1">
            {t(`nav.${page.name}`)}
            <Count page={page.name} isSmall />
          </span>
        </Link>
      ))}
    </nav>
  );
}
