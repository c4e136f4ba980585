import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RequestEvent } from "../../../../shared/api/requests.ts";
import { requestRef } from "../../../../shared/request.ts";

/** To which request messages went, or from which they came: an event of mending leads there. */
export function RequestLinks({ facts }: Pick<RequestEvent, "facts">) {
  const { t } = useTranslation("mend");
  const { toRequestId: to, fromRequestId: from } = facts;
  if (typeof to === "number") return <OneLink id={to} words={t("event.to", { ref: requestRef(to) })} />;
  if (typeof from === "number")
    return <OneLink id={from} words={t("event.from", { ref: requestRef(from) })} />;
  return null;
}

const OneLink = ({ id, words }: { id: number; words: string }) => (
  <>
    {" "}
    <Link
      to="/requests/$id"
      params={{ id: String(id) }}
      className="font-medium text-ink underline underline-offset-2 touch:inline-flex touch:min-h-11 touch:items-center"
    >
      <bdi>{words}</bdi>
    </Link>
    {" ·"}
  </>
);
