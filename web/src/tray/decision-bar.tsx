import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Owner, Strip } from "../../../shared/api/requests.ts";
import type { Suggestion, WhatSuggestion } from "../../../shared/api/suggestion.ts";
import { DECISIONS, type Decided, type DecisionKind, type TrayItem } from "../../../shared/api/tray.ts";
import { RequestChooser } from "../request/request-chooser.tsx";
import { useNow } from "../ui/now.ts";
import { useKey } from "../ui/use-key.ts";
import { DecisionKey } from "./decision-key.tsx";
import { targetOf } from "./decision-target.ts";
import { useKeys } from "./keys.ts";
import { KeysHelp } from "./keys-help.tsx";
import { OwnerPicker } from "./owner-picker.tsx";
import { ReplyFirst } from "./reply-first.tsx";
import { type SideAct, SideKeys } from "./side-keys.tsx";
import { SnoozeDialog } from "./snooze-dialog.tsx";
import { ThenLine } from "./then-line.tsx";
import { thenOf } from "./then-rules.ts";
import { useActKey } from "./use-act-key.ts";

export type Deciding = (kind: DecisionKind, strip: Strip | null, owner?: Owner) => void;
type About = "belongs" | "answers" | "chase";
type Open =
  | { kind: "which"; about: About }
  | { kind: "assign" }
  | { kind: "snooze" }
  | { kind: "help" }
  | null;

type Props = {
  item: TrayItem;
  requests: readonly Strip[];
  proposed: WhatSuggestion | null;
  /** What a rule of the house would have said to them. */
  proposedReply: NonNullable<Suggestion["quickReplyId"]> | null;
  /** What key 1 would open, and in whose hands. */
  title: string;
  owner: Owner;
  isReady: boolean;
  isReplying: boolean;
  isSplitting: boolean;
  last: Decided | null;
  canUndo: boolean;
  onUndo: () => void;
  onDecide: Deciding;
  onSnooze: (until: Date | null) => void;
  onReply: (isReplying: boolean) => void;
  onSplit: () => void;
  /** Something was begun with it: it stays in hand. */
  onKeep: () => void;
};

const isAbout = (kind: DecisionKind): kind is About => kind !== "opens" && kind !== "no_request";

/** The five decisions, always the same five in the same places, and what else one can do with the item. */
export function DecisionBar(props: Props) {
  const { item, requests, proposed, isReady, onDecide } = props;
  const { t } = useTranslation("tray");
  const keys = useKeys();
  const now = useNow();
  const [open, setOpen] = useState<Open>(null);
  const [preview, setPreview] = useState<DecisionKind | null>(null);
  const close = () => setOpen(null);
  const show = (next: Open) => {
    props.onKeep();
    setOpen(next);
  };
  const press = (kind: DecisionKind) => {
    const target = targetOf(kind, requests, proposed);
    if (target.kind === "choose" && isAbout(kind)) show({ kind: "which", about: kind });
    else onDecide(kind, target.kind === "one" ? target.strip : null);
  };
  const first = proposed?.kind ?? "opens";
  const shownKind = preview ?? first;
  const target = targetOf(shownKind, requests, proposed);
  const strip = target.kind === "one" ? target.strip : null;
  const act = (kind: SideAct) => {
    switch (kind) {
      case "split":
        return props.onSplit();
      case "reply":
        return props.onReply(true);
      case "undo":
        return props.onUndo();
      default:
        return show({ kind });
    }
  };
  useActKey(keys.accept, () => press(first), !isReady);
  useKey("Slash", () => setOpen({ kind: "help" }), { withShift: true });
  return (
    <div className="max-md:contents md:on-canvas min-w-0 pt-1.5 pb-3 md:[@media(min-height:34rem)]:sticky md:[@media(min-height:34rem)]:bottom-0 md:[@media(min-height:34rem)]:z-10">
      {props.isReplying && (
        <ReplyFirst item={item} proposed={props.proposedReply} onClose={() => props.onReply(false)} />
      )}
      {isReady && (
        <ThenLine
          isReplying={props.isReplying}
          then={thenOf(shownKind, { strip, owner: props.owner, saidAt: item.firstAt, now })}
        />
      )}
      <div className="grid grid-cols-2 gap-2 max-md:on-canvas max-md:order-2 max-md:py-2 max-md:[@media(min-height:34rem)]:sticky max-md:[@media(min-height:34rem)]:bottom-0 max-md:[@media(min-height:34rem)]:z-10 lg:grid-cols-5">
        {DECISIONS.map((kind) => (
          <DecisionKey
            key={kind}
            kind={kind}
            keys={keys[kind]}
            target={targetOf(kind, requests, proposed)}
            title={props.title}
            isFirst={kind === first}
            isOff={!isReady}
            onPress={() => press(kind)}
            onOther={() => isAbout(kind) && show({ kind: "which", about: kind })}
            onPreview={setPreview}
          />
        ))}
      </div>
      <SideKeys
        isOff={{
          split: !isReady || (item.messageIds.length < 2 && !props.isSplitting),
          assign: !isReady,
          reply: props.isReplying,
          snooze: !isReady,
          undo: !props.canUndo,
        }}
        onAct={act}
        onHelp={() => setOpen({ kind: "help" })}
        last={props.last}
      />
      {open?.kind === "which" && (
        <RequestChooser
          title={t(`choose.${open.about}`)}
          requests={requests}
          onClose={close}
          onChoose={(chosen) => {
            close();
            onDecide(open.about, chosen);
          }}
        />
      )}
      {open?.kind === "assign" && (
        <OwnerPicker
          suggested={props.owner}
          onClose={close}
          onChoose={(owner) => {
            close();
            onDecide("opens", null, owner);
          }}
        />
      )}
      {open?.kind === "snooze" && (
        <SnoozeDialog
          onClose={close}
          onChoose={(until) => {
            close();
            props.onSnooze(until);
          }}
        />
      )}
      {open?.kind === "help" && <KeysHelp onClose={close} />}
    </div>
  );
}
