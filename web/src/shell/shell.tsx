import { useQuery } from "@tanstack/react-query";
import { Navigate, Outlet, useMatch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { hasRole } from "../../../shared/request.ts";
import { meQuery, useMe } from "../api/queries.ts";
import { goLive, useConnection } from "../live.ts";
import { StatusRegion } from "../ui/status-region.tsx";
import { useAttention } from "./attention.ts";
import { DayLine } from "./day-line.tsx";
import { DeadHint } from "./dead-hint.tsx";
import { TabBar } from "./nav.tsx";
import { OfflineBand } from "./offline-band.tsx";
import { TopBar } from "./top-bar.tsx";

/** Comes after the page: it says nothing on most days. */
const NumbersBand = lazy(() =>
  import("../numbers/numbers-band.tsx").then((file) => ({ default: file.NumbersBand })),
);

/** The frame of every page for somebody signed in; whoever's session ended goes to the sign-in page. */
export function Shell() {
  const { data: me } = useQuery(meQuery);
  if (!me) return <Navigate to="/sign-in" />;
  return <Frame />;
}

function Frame() {
  const { t } = useTranslation("shell");
  const me = useMe();
  const connection = useConnection();
  const isRequest = useMatch({ from: "/shell/requests/$id", shouldThrow: false }) !== undefined;
  useEffect(goLive, []);
  useAttention();
  return (
    <div className="on-canvas flex h-dvh flex-col">
      <a
        href="#page"
        className="on-strip absolute start-2 top-2 z-40 -translate-y-20 rounded-control px-3 py-2 focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <TopBar />
      <DayLine />
      <DeadHint />
      {!connection.isOnline && <OfflineBand since={connection.lastSeenAt} />}
      {hasRole(me.role, "manager") && (
        <Suspense>
          <NumbersBand />
        </Suspense>
      )}
      <main id="page" tabIndex={-1} className="min-h-0 flex-1 overflow-auto outline-none">
        <Outlet />
      </main>
      {!isRequest && <TabBar />}
      <StatusRegion />
    </div>
  );
}
