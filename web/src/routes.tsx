/** Every address there is. Pages load when they are first opened. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { peopleApi } from "../../shared/api/people.ts";
import { call } from "./api/call.ts";
import { meQuery, overviewQuery, queryClient } from "./api/queries.ts";
import { boardSearch, contactsSearch, requestsSearch } from "./search.ts";
import { CrashPage } from "./shell/crash-page.tsx";
import { Shell } from "./shell/shell.tsx";

const root = createRootRoute({ component: Outlet, errorComponent: CrashPage });

/** Nobody signed in: to the sign-in page, or to set-up while there is no admin. */
async function needSession(): Promise<void> {
  if (await queryClient.fetchQuery({ ...meQuery, staleTime: Number.POSITIVE_INFINITY })) return;
  const { needed } = await call(peopleApi.setupState);
  throw redirect({ to: needed ? "/set-up" : "/sign-in" });
}

const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  component: Shell,
  beforeLoad: needSession,
});

const home = createRoute({
  getParentRoute: () => shell,
  path: "/",
  beforeLoad: async () => {
    const { firstRun } = await queryClient.ensureQueryData(overviewQuery);
    const isFresh = !firstRun.hasNumber && firstRun.sample.state === "absent";
    throw redirect({ to: isFresh ? "/first-run" : "/tray", replace: true });
  },
});

const tray = createRoute({
  getParentRoute: () => shell,
  path: "/tray",
  component: lazyRouteComponent(() => import("./tray/tray-page.tsx"), "TrayPage"),
});

const board = createRoute({
  getParentRoute: () => shell,
  path: "/board",
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import("./board/board-page.tsx"), "BoardPage"),
});

const requests = createRoute({
  getParentRoute: () => shell,
  path: "/requests",
  validateSearch: requestsSearch,
  component: lazyRouteComponent(() => import("./request/requests-page.tsx"), "RequestsPage"),
});

const request = createRoute({
  getParentRoute: () => shell,
  path: "/requests/$id",
  component: lazyRouteComponent(() => import("./request/request-page.tsx"), "RequestPage"),
});

const contacts = createRoute({
  getParentRoute: () => shell,
  path: "/contacts",
  validateSearch: contactsSearch,
  component: lazyRouteComponent(() => import("./contacts/contacts-page.tsx"), "ContactsPage"),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: "/settings/people",
  component: lazyRouteComponent(() => import("./people/people-page.tsx"), "PeoplePage"),
});

const phones = createRoute({
  getParentRoute: () => root,
  path: "/phones",
  beforeLoad: needSession,
  component: lazyRouteComponent(() => import("./phones/phones-page.tsx"), "PhonesPage"),
});

const firstRun = createRoute({
  getParentRoute: () => root,
  path: "/first-run",
  beforeLoad: needSession,
  component: lazyRouteComponent(() => import("./first-run/first-run-page.tsx"), "FirstRunPage"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./people/sign-in-page.tsx"), "SignInPage"),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: "/set-up",
  component: lazyRouteComponent(() => import("./people/set-up-page.tsx"), "SetUpPage"),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation/$token",
  component: lazyRouteComponent(() => import("./people/invitation-page.tsx"), "InvitationPage"),
});

/** All components together; not in a build. */
const showcase = createRoute({
  getParentRoute: () => root,
  path: "/ui",
  component: import.meta.env.DEV
    ? lazyRouteComponent(() => import("./ui/showcase/showcase-page.tsx"), "ShowcasePage")
    : () => null,
});

const tree = root.addChildren([
  shell.addChildren([home, tray, board, requests, request, contacts, people]),
  phones,
  firstRun,
  signIn,
  setUp,
  invitation,
  ...(import.meta.env.DEV ? [showcase] : []),
]);

export const router = createRouter({ routeTree: tree, defaultPreload: "intent", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
