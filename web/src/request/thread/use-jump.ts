/** Going to a message that another one answers, through earlier pages if need be. */
import { useCallback, useEffect, useState } from "react";
import type { useThread } from "../use-thread.ts";

export type Jump = {
  to: (messageId: number) => void;
  /** Where one has just landed. */
  foundId: number | null;
  /** It is not in what is shown here. */
  isElsewhere: boolean;
};

type Pages = Pick<
  ReturnType<typeof useThread>,
  "messages" | "hasEarlier" | "isFetchingEarlier" | "fetchEarlier"
>;

/** `asked`: how many messages there were when the page before them was asked for. */
type Wanted = { id: number; pages: number; asked: number };

/** Beyond these somebody reads on by themselves. */
const MOST_PAGES = 20;
const SHOWN_MS = 2_500;

export function useJump({ messages, hasEarlier, isFetchingEarlier, fetchEarlier }: Pages): Jump {
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [foundId, setFoundId] = useState<number | null>(null);
  const [isElsewhere, setElsewhere] = useState(false);

  useEffect(() => {
    if (!wanted || isFetchingEarlier || wanted.asked === messages.length) return;
    const place = document.getElementById(`message-${wanted.id}`);
    if (place) {
      place.scrollIntoView({ block: "center" });
      place.focus({ preventScroll: true });
      setFoundId(wanted.id);
      setWanted(null);
    } else if (hasEarlier && wanted.pages < MOST_PAGES) {
      setWanted({ id: wanted.id, pages: wanted.pages + 1, asked: messages.length });
      fetchEarlier();
    } else {
      setElsewhere(true);
      setWanted(null);
    }
  }, [wanted, messages.length, hasEarlier, isFetchingEarlier, fetchEarlier]);

  useEffect(() => {
    if (foundId === null) return;
    const timer = setTimeout(() => setFoundId(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [foundId]);

  return {
    to: useCallback((id) => {
      setElsewhere(false);
      setWanted({ id, pages: 0, asked: -1 });
    }, []),
    foundId,
    isElsewhere,
  };
}
