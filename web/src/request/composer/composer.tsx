import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { isOpen } from "../../../../shared/request.ts";
import { BlockedBand } from "../../contacts/block-part.tsx";
import { useFormat } from "../../ui/format.ts";
import { isolated } from "../event-words.tsx";
import { requestQuery } from "../use-request.ts";
import { useThread } from "../use-thread.ts";
import { ComposerHead, SOON_MS } from "./composer-head.tsx";
import { ShutBody } from "./shut-body.tsx";
import { type Head, type OpenWindow, useWindow } from "./use-window.ts";
import { Writing } from "./writing.tsx";

export type ComposerProps = {
  conversationId: number;
  requestId: number | null;
  quoted?: Message | null;
  onUnquote?: () => void;
  isFocused?: boolean;
  onSent?: () => void;
  onLeave?: () => void;
  /** Somebody wants to send a template, window or not. */
  startsWithTemplate?: boolean;
  /** A second way to write, such as a note. */
  foot?: ReactNode;
};

/** Writing to the client: to whom, on which number, how long the window is open, and why it cannot be when it cannot. */
export function Composer(props: ComposerProps) {
  const { t } = useTranslation("composer");
  const { head } = useThread(props.conversationId, props.requestId);
  const shown = useWindow(head);
  return (
    <section
      aria-label={t("label")}
      className="on-strip rounded-panel shadow-2 has-[textarea[data-words]:focus-visible]:outline-2 has-[textarea[data-words]:focus-visible]:outline-focus"
    >
      <ComposerHead head={head} shown={shown} />
      {head?.contact && <BlockedBand contactId={head.contact.id} />}
      {shown.kind === "open" && <Nudge requestId={props.requestId} shown={shown} />}
      {head?.number.pausedAt && <Paused name={head.number.name} />}
      <Body
        key={props.conversationId}
        {...props}
        head={head}
        isShut={shown.kind === "shut" || shown.kind === "never"}
      />
    </section>
  );
}

function Body({ head, isShut, ...props }: ComposerProps & { head: Head | null; isShut: boolean }) {
  const { t } = useTranslation("composer");
  /** Whether it was open since this composer is on the screen: then somebody may have been writing. */
  const [wasOpen, setWasOpen] = useState(false);
  if (head && !isShut && !wasOpen) setWasOpen(true);
  const foot = props.foot && <div className="flex justify-end px-3.5 pb-2.5">{props.foot}</div>;
  if (head && !head.contact)
    return (
      <>
        <p className="px-3.5 py-3 text-body text-ink2">{t("group")}</p>
        {foot}
      </>
    );
  if (head && !head.number.canSend)
    return (
      <>
        <div className="flex flex-col items-start gap-1.5 px-3.5 py-3 text-body text-ink2">
          <p>{t("cannotSend", { number: head.number.name })}</p>
          <Link
            to="/settings/numbers"
            className="font-medium text-ink underline underline-offset-2 touch:py-2.5"
          >
            {t("openNumber")}
          </Link>
        </div>
        {foot}
      </>
    );
  if (head && isShut) return <ShutBody {...props} head={head} wasOpen={wasOpen} />;
  return <Writing {...props} to={head?.contact?.name ?? null} numberId={head?.number.id ?? 0} />;
}

/** WhatsApp refuses our number: what is sent waits in its place. */
function Paused({ name }: { name: string }) {
  const { t } = useTranslation("composer");
  return (
    <p role="status" className="border-b border-line bg-late-soft px-3.5 py-1.5 text-line text-ink">
      {t("paused", { number: isolated(name) })}{" "}
      <Link
        to="/settings/numbers"
        className="font-medium underline underline-offset-2 touch:inline-block touch:py-2"
      >
        {t("openNumber")}
      </Link>
    </p>
  );
}

/** While free words still reach the client, and the work is not over. */
function Nudge({ requestId, shown }: { requestId: number | null; shown: OpenWindow }) {
  const { t } = useTranslation("composer");
  const { duration } = useFormat();
  const { data } = useQuery({ ...requestQuery(requestId ?? 0), enabled: requestId !== null });
  if (shown.leftMs >= SOON_MS || !data || !isOpen(data.strip.state)) return null;
  return (
    <p role="status" className="border-b border-line bg-late-soft px-3.5 py-1.5 text-line text-ink">
      {t("window.nudge", { left: duration(shown.leftMs) })}
    </p>
  );
}
