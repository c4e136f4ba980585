/** How good the suggestions have been, read again while the page is open. */
import { useQuery } from "@tanstack/react-query";
import { ENOUGH_TO_TELL, learningApi } from "../../../shared/api/learning.ts";
import { call } from "../api/call.ts";

export type { Learning, LearningKind, LearningSpan } from "../../../shared/api/learning.ts";

/** Counted with each decision, and nobody is told. */
const LOOK_MS = 30_000;

export const useLearning = () =>
  useQuery({
    queryKey: ["learning"],
    queryFn: ({ signal }) => call(learningApi.learning, { signal }),
    refetchInterval: LOOK_MS,
  });

/** How many are still missing before a share says anything; 0: enough. */
export const missingOf = (count: number): number => Math.max(0, ENOUGH_TO_TELL - count);
