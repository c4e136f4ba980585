/** What people chose among what the ranker weighed. */
import type { Db } from "../db/pool.ts";
import type { RankerLesson } from "./live-ranker.ts";

export type LessonRow = RankerLesson & { decisionId: number };

const LESSON = `select l.decision_id as "decisionId", l.candidates, l.chosen from decision_lesson l`;

/** Oldest first. */
export async function listLessons(
  db: Db,
  { after, upTo, limit }: { after: number; upTo: number | null; limit: number },
): Promise<LessonRow[]> {
  return db.query<LessonRow>(
    `${LESSON} where l.decision_id > $1 and ($2::bigint is null or l.decision_id <= $2)
    order by l.decision_id limit $3`,
    [after, upTo, limit],
  );
}

export async function findLesson(db: Db, decisionId: number): Promise<LessonRow | undefined> {
  const [row] = await db.query<LessonRow>(`${LESSON} where l.decision_id = $1`, [decisionId]);
  return row;
}

/** They are in a model now. */
export async function deleteLessons(tx: Db, upTo: number): Promise<void> {
  await tx.query("delete from decision_lesson where decision_id <= $1", [upTo]);
}

/** The last decision before a time. */
export async function findLastDecisionBefore(db: Db, at: Date): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    "select id::float8 as id from decision where at < $1 order by at desc, id desc limit 1",
    [at],
  );
  return row?.id ?? 0;
}
