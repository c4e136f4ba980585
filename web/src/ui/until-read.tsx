import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "./error-panel.tsx";
import { Loading } from "./skeleton.tsx";

/** What stands in the place of something until it is read: its outline, or why it could not be and another try. */
export function UntilRead({
  query: { isPending, isError, data, refetch },
  error,
  reason,
  className = "flex flex-col gap-2",
  children,
}: {
  query: Pick<UseQueryResult<unknown>, "isPending" | "isError" | "data" | "refetch">;
  error: string;
  reason: ReactNode;
  className?: string;
  /** Its outline. */
  children: ReactNode;
}) {
  const { t } = useTranslation("kit");
  if (isPending) return <Loading className={className}>{children}</Loading>;
  if (!isError || data !== undefined) return null;
  return (
    <ErrorPanel title={error} actions={[{ text: t("tryAgain"), onPress: () => void refetch() }]}>
      {reason}
    </ErrorPanel>
  );
}
