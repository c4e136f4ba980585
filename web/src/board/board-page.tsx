import { BoardDesk } from "./board-desk.tsx";
import { BoardPhone } from "./board-phone.tsx";
import { useMedia } from "./use-media.ts";

export { preloadBoard as preload } from "./use-board.ts";

/** All requests by state. Beside each other where there is room, under each other on a phone. */
export function BoardPage() {
  const isPhone = useMedia("(max-width: 47.99rem)");
  return isPhone ? <BoardPhone /> : <BoardDesk />;
}
