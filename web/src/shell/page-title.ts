/** The browser's title: what waits, where one is, Baton. */
import { useEffect } from "react";

const parts = { waiting: 0, page: "" };

function write(): void {
  const badge = parts.waiting > 0 ? `(${parts.waiting}) ` : "";
  document.title = badge + (parts.page ? `${parts.page} · Baton` : "Baton");
}

/** Names the page in the browser's tab while it is shown. */
export function usePageTitle(page: string): void {
  useEffect(() => {
    parts.page = page;
    write();
    return () => {
      parts.page = "";
      write();
    };
  }, [page]);
}

/** How much waits, seen from another tab. */
export function useTitleBadge(waiting: number): void {
  useEffect(() => {
    parts.waiting = waiting;
    write();
  }, [waiting]);
}
