import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { queryClient } from "./api/queries.ts";
import { router } from "./routes.tsx";

/** A newer server was heard of: its screens are taken when the person goes to another page anyway. */
router.subscribe("onResolved", ({ pathChanged }) => {
  if (pathChanged && document.documentElement.dataset.stale) window.location.reload();
});

export const App = () => (
  <QueryClientProvider client={queryClient}>
    <RouterProvider router={router} />
  </QueryClientProvider>
);
