import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useMe, useOverview } from "../api/queries.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Logo } from "../ui/logo.tsx";
import { FindField } from "./find-field.tsx";
import { BarNav } from "./nav.tsx";

/** The menu's machinery comes after the page: until then the avatar stands in its place. */
const PersonMenu = lazy(() => import("./person-menu.tsx").then((file) => ({ default: file.PersonMenu })));

export function TopBar() {
  const me = useMe();
  const businessName = useOverview()?.businessName;
  return (
    <header className="on-panel flex h-13 items-center gap-8 px-5 max-lg:gap-5 max-sm:h-12 max-sm:border-b max-sm:border-line max-sm:px-3">
      <Link to="/tray" className="flex items-center gap-2.5 text-head font-semibold">
        <Logo className="h-4.75" />
        Baton
      </Link>
      <BarNav />
      <div className="ms-auto flex min-w-0 items-center gap-5.5 max-lg:gap-4">
        <FindField />
        {businessName && (
          <bdi className="truncate text-line text-ink2 max-xl:hidden max-sm:block">{businessName}</bdi>
        )}
        <Suspense fallback={<Avatar name={me.name} isYou />}>
          <PersonMenu />
        </Suspense>
      </div>
    </header>
  );
}
