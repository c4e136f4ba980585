import type { ReactNode, RefObject } from "react";

/** Replies kept for saying again: "/" at the start looks among them. */
export function QuickReplies({
  children,
}: {
  text: string;
  onChoose: (text: string) => void;
  conversationId: number;
  area: RefObject<HTMLTextAreaElement | null>;
  children: ReactNode;
}) {
  return children;
}
