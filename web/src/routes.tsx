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
import {
  boardSearch,
  connectSearch,
  contactsSearch,
  intakeSearch,
  newTemplateSearch,
  requestsSearch,
  rulesSearch,
  tradeSearch,
} from "./search.ts";
import { CrashPage } from "./shell/crash-page.tsx";
import { Shell } from "./shell/shell.tsx";

/** Each page's code, fetched when it is first opened. */
const pages = {
  tray: () => import("./tray/tray-page.tsx"),
  board: () => import("./board/board-page.tsx"),
  requests: () => import("./request/requests-page.tsx"),
  request: () => import("./request/request-page.tsx"),
  contacts: () => import("./contacts/contacts-page.tsx"),
  people: () => import("./people/people-page.tsx"),
  intake: () => import("./intake/intake-page.tsx"),
  numbers: () => import("./numbers/numbers-page.tsx"),
  learning: () => import("./learning/learning-page.tsx"),
  costs: () => import("./costs/costs-page.tsx"),
  diagnosis: () => import("./diagnosis/diagnosis-page.tsx"),
  connect: () => import("./numbers/connect-page.tsx"),
  templates: () => import("./templates/templates-page.tsx"),
  template: () => import("./templates/template-page.tsx"),
  newTemplate: () => import("./templates/new-template-page.tsx"),
  trade: () => import("./trade/trade-page.tsx"),
  rules: () => import("./rules/rules-page.tsx"),
  quickReplies: () => import("./quick-replies/quick-replies-page.tsx"),
  keys: () => import("./tray/keys-page.tsx"),
  phones: () => import("./phones/phones-page.tsx"),
  firstRun: () => import("./first-run/first-run-page.tsx"),
  signIn: () => import("./people/sign-in-page.tsx"),
  setUp: () => import("./people/set-up-page.tsx"),
  invitation: () => import("./people/invitation-page.tsx"),
};

/** Which page's code an address needs: the first that fits. */
const FIRST_PAGES: readonly [RegExp, keyof typeof pages][] = [
  [/^\/tray/, "tray"],
  [/^\/board/, "board"],
  [/^\/requests\/./, "request"],
  [/^\/requests/, "requests"],
  [/^\/contacts/, "contacts"],
  [/^\/settings\/people/, "people"],
  [/^\/settings\/intake/, "intake"],
  [/^\/settings\/numbers\/connect/, "connect"],
  [/^\/settings\/numbers/, "numbers"],
  [/^\/settings\/costs/, "costs"],
  [/^\/diagnosis/, "diagnosis"],
];

/**
 * The router fetches a page's code only once it knows who is signed in. On the first load both can be under way
 * together: one round trip less before the first strip.
 */
export function preloadPage(path: string): void {
  const name = FIRST_PAGES.find(([fits]) => fits.test(path))?.[1];
  if (!name) return;
  void queryClient.prefetchQuery(meQuery);
  pages[name]().then(
    (page) => "preload" in page && void page.preload(),
    // The router asks again and says what is wrong.
    () => {},
  );
}

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
  component: lazyRouteComponent(pages.tray, "TrayPage"),
});

const board = createRoute({
  getParentRoute: () => shell,
  path: "/board",
  validateSearch: boardSearch,
  component: lazyRouteComponent(pages.board, "BoardPage"),
});

const requests = createRoute({
  getParentRoute: () => shell,
  path: "/requests",
  validateSearch: requestsSearch,
  component: lazyRouteComponent(pages.requests, "RequestsPage"),
});

const request = createRoute({
  getParentRoute: () => shell,
  path: "/requests/$id",
  component: lazyRouteComponent(pages.request, "RequestPage"),
});

const contacts = createRoute({
  getParentRoute: () => shell,
  path: "/contacts",
  validateSearch: contactsSearch,
  component: lazyRouteComponent(pages.contacts, "ContactsPage"),
});

const diagnosis = createRoute({
  getParentRoute: () => shell,
  path: "/diagnosis",
  component: lazyRouteComponent(pages.diagnosis, "DiagnosisPage"),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: "/settings/people",
  component: lazyRouteComponent(pages.people, "PeoplePage"),
});

const numbers = createRoute({
  getParentRoute: () => shell,
  path: "/settings/numbers",
  component: lazyRouteComponent(pages.numbers, "NumbersPage"),
});

const connect = createRoute({
  getParentRoute: () => shell,
  path: "/settings/numbers/connect",
  validateSearch: connectSearch,
  component: lazyRouteComponent(pages.connect, "ConnectPage"),
});

const costs = createRoute({
  getParentRoute: () => shell,
  path: "/settings/costs",
  component: lazyRouteComponent(pages.costs, "CostsPage"),
});

const learning = createRoute({
  getParentRoute: () => shell,
  path: "/settings/learning",
  component: lazyRouteComponent(pages.learning, "LearningPage"),
});

const intake = createRoute({
  getParentRoute: () => shell,
  path: "/settings/intake",
  validateSearch: intakeSearch,
  component: lazyRouteComponent(pages.intake, "IntakePage"),
});

const templates = createRoute({
  getParentRoute: () => shell,
  path: "/settings/templates",
  component: lazyRouteComponent(pages.templates, "TemplatesPage"),
});

const newTemplate = createRoute({
  getParentRoute: () => shell,
  path: "/settings/templates/new",
  validateSearch: newTemplateSearch,
  component: lazyRouteComponent(pages.newTemplate, "NewTemplatePage"),
});

const template = createRoute({
  getParentRoute: () => shell,
  path: "/settings/templates/$id",
  component: lazyRouteComponent(pages.template, "TemplatePage"),
});

const keys = createRoute({
  getParentRoute: () => shell,
  path: "/settings/keys",
  component: lazyRouteComponent(pages.keys, "KeysPage"),
});

const quickReplies = createRoute({
  getParentRoute: () => shell,
  path: "/settings/quick-replies",
  component: lazyRouteComponent(pages.quickReplies, "QuickRepliesPage"),
});

const rules = createRoute({
  getParentRoute: () => shell,
  path: "/settings/rules",
  validateSearch: rulesSearch,
  component: lazyRouteComponent(pages.rules, "RulesPage"),
});

const trade = createRoute({
  getParentRoute: () => shell,
  path: "/settings/trade",
  validateSearch: tradeSearch,
  component: lazyRouteComponent(pages.trade, "TradePage"),
});

const phones = createRoute({
  getParentRoute: () => root,
  path: "/phones",
  beforeLoad: needSession,
  component: lazyRouteComponent(pages.phones, "PhonesPage"),
});

const firstRun = createRoute({
  getParentRoute: () => root,
  path: "/first-run",
  beforeLoad: needSession,
  component: lazyRouteComponent(pages.firstRun, "FirstRunPage"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(pages.signIn, "SignInPage"),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: "/set-up",
  component: lazyRouteComponent(pages.setUp, "SetUpPage"),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  component: lazyRouteComponent(pages.invitation, "InvitationPage"),
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
  shell.addChildren([
    ...[home, tray, board, requests, request, contacts, people, intake, numbers, costs, learning, connect],
    ...[templates, newTemplate, template, quickReplies, keys, trade, rules, diagnosis],
  ]),
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
