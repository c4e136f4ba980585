/** Processes that die or are told to end at the worst moment: what was acknowledged is recorded once, with no help. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BatonProcess, runBaton } from "../process.ts";
import { keepPosting } from "../webhook-load.ts";
import { until } from "../world.ts";
import { POISON, strikes } from "./failing-writes.ts";
import { openVictims, PATIENCE_MS, postAll, SECRET, saying, type Victims } from "./victims.ts";

let victims: Victims;
let baton: BatonProcess;
let token: string;
beforeAll(async () => {
  victims = await openVictims();
  baton = await victims.start();
  token = (await runBaton(["token", "add", "--role", "operator"], victims.env)).stdout.trim();
});
afterAll(() => victims.close());

const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => `wamid.${prefix}.${String(n).padStart(4, "0")}`);
const each200 = (count: number) => Array.from({ length: count }, () => 200);

async function wamids(prefix: string): Promise<string[]> {
  const rows = await victims.query<{ wamid: string }>(
    "select wamid from message where wamid like $1 order by wamid",
    [`wamid.${prefix}.%`],
  );
  return rows.map(({ wamid }) => wamid);
}

/** What the thread of each conversation says, as the screen gets it, oldest first. */
async function threads(prefix: string, most: number): Promise<string[][]> {
  const found = await victims.query<{ id: number }>(
    `select conversation_id as id from message where wamid like $1
     group by conversation_id order by count(*) desc, conversation_id limit $2`,
    [`wamid.${prefix}.%`, most],
  );
  return Promise.all(
    found.map(async ({ id }) => {
      const answer = await fetch(`${baton.url}/api/v1/conversations/${id}/messages`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { messages } = (await answer.json()) as { messages: { text: string | null }[] };
      return messages.map(({ text }) => text ?? "");
    }),
  );
}

describe("kill -9", () => {
  test.each([
    { moment: "between 200 and recording", table: "delivery" },
    { moment: "while contacts are recorded", table: "contact_identity" },
    { moment: "while conversations are recorded", table: "conversation" },
    { moment: "when only the words are missing", table: "message_words" },
  ])("$moment: as if recording had never begun, and once at the next start", async ({ table }) => {
    const all = ids(table, 5);
    const hold = await victims.hold(table);
    // The first alone, so that the recorder has it in hand; the others come while it is held.
    const bodies = all.map((id, n) => saying(id, `${n}`));
    const first = await postAll(baton.url, bodies.slice(0, 1));
    await hold.recorderWaits();
    const others = await postAll(baton.url, bodies.slice(1));
    expect([...first, ...others]).toEqual(each200(5));
    await baton.kill();
    expect(await victims.query("select from inbox")).toHaveLength(5);
    await hold.release();
    expect(await wamids(table)).toEqual([]);
    baton = await victims.start();
    await victims.recorded();
    expect(await wamids(table)).toEqual(all);
    expect(await victims.summary()).toMatchObject({ pending: 0, dead: 0 });
  });

  test("of one of two processes under load: nothing lost, nothing doubled, each thread in WhatsApp's order", async () => {
    const other = await victims.start();
    // The same ids to both, as Meta does when an answer was lost; they race to record the same bodies.
    const loads = [baton, other].map(({ url }) => keepPosting(url, SECRET, 8, "two"));
    const reaches = (load: (typeof loads)[number] | undefined, count: number) =>
      until(
        async () => load?.count() ?? 0,
        (seen) => seen >= count,
        PATIENCE_MS,
      );
    await Promise.all(loads.map((load) => reaches(load, 300)));
    await other.kill();
    await reaches(loads[0], (loads[0]?.count() ?? 0) + 300);
    const acknowledged = (await Promise.all(loads.map((load) => load.stop()))).flatMap((set) => [...set]);
    await victims.recorded();
    const recorded = await wamids("two");
    expect(acknowledged.filter((id) => !new Set(recorded).has(id))).toEqual([]);
    expect(new Set(recorded).size).toBe(recorded.length);
    expect(await victims.summary()).toMatchObject({ pending: 0, dead: 0 });
    for (const said of await threads("two", 10)) {
      const order = said.flatMap((words) => Number(/^message (\d+)$/.exec(words)?.[1] ?? []));
      expect(order.length).toBeGreaterThan(1);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
  });

  test("of a replay of dead deliveries, then two replays at once: each recorded once", async () => {
    const all = ids("replayed", 6);
    await victims.query(POISON);
    expect(
      await postAll(
        baton.url,
        all.map((id) => saying(id, `poison ${id}`)),
      ),
    ).toEqual(each200(6));
    await victims.recorded();
    expect(await victims.summary()).toMatchObject({ dead: 6 });
    await victims.query("drop function poisoned() cascade");
    // The third of them stands still while it is replayed.
    await victims.query(
      `create function third() returns trigger language plpgsql as $$
       begin if new.body = 'poison ${all[2]}' then perform pg_advisory_xact_lock_shared(3); end if; return new; end $$;
       create trigger third before insert on message_words for each row execute function third()`,
    );
    const hold = await victims.hold("select pg_advisory_xact_lock(3)");
    const replay = spawn(process.execPath, [MAIN, "intake", "replay"], {
      env: { ...process.env, ...victims.env },
      stdio: "ignore",
    });
    await hold.somebodyWaits();
    replay.kill("SIGKILL");
    await once(replay, "exit");
    await hold.release();
    await victims.query("drop function third() cascade");
    expect(await victims.summary()).toMatchObject({ dead: 4 });
    const both = await Promise.all([1, 2].map(() => runBaton(["intake", "replay", "--json"], victims.env)));
    expect(both.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: "" },
      { code: 0, stderr: "" },
    ]);
    expect(await wamids("replayed")).toEqual(all);
    expect(await victims.summary()).toMatchObject({ pending: 0, dead: 0 });
  });
});

const MAIN = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
describe("a body that cannot be recorded among 500 in flight", () => {
  test("is dead alone, with a reason that quotes nothing; all others are recorded in order", async () => {
    const all = ids("among", 501);
    const [poisoned] = all.splice(250, 1);
    await victims.query(POISON);
    const good = all.map((id, n) => saying(id, `word ${n}`, 1_000 + (n % 20), 1_795_100_000 + n));
    const hold = await victims.hold("delivery");
    const bodies = good.toSpliced(250, 0, saying(poisoned ?? "", "poison of Ana Lima"));
    expect(await postAll(baton.url, bodies)).toEqual(each200(501));
    await hold.release();
    await victims.recorded();
    expect(await wamids("among")).toEqual(all);
    const { stdout } = await runBaton(["intake", "dead", "--json"], victims.env);
    const dead = JSON.parse(stdout) as { reason: string }[];
    expect(dead).toHaveLength(1);
    expect(dead[0]?.reason).toMatch(/P0001/);
    expect(stdout + baton.output()).not.toMatch(/poison of|Ana Lima/);
    const said = await threads("among", 20);
    expect(said).toHaveLength(20);
    for (const words of said) {
      const order = words.map((word) => Number(word.slice("word ".length)));
      expect(order).toHaveLength(25);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
  });

  test("does not slow down what comes after it", async () => {
    const hold = await victims.hold("delivery");
    const all = ids("after", 400);
    await postAll(
      baton.url,
      all.map((id, n) => saying(id, `word ${n}`, 2_000 + (n % 20))),
    );
    await hold.release();
    await victims.recorded();
    const [row] = await victims.query<{ rows: string; transactions: string }>(
      `select count(*) as rows, count(distinct xmin::text) as transactions from message
       where wamid like 'wamid.after.%'`,
    );
    expect(Number(row?.rows)).toBe(400);
    // In batches again, not one by one.
    expect(Number(row?.transactions)).toBeLessThan(20);
    await victims.query("drop function poisoned() cascade");
    await runBaton(["intake", "replay"], victims.env);
    expect(await victims.summary()).toMatchObject({ dead: 0 });
  });
});

describe("transactions in each other's way", () => {
  test.each([
    { name: "a deadlock", code: "40P01" },
    { name: "a serialization failure", code: "40001" },
  ])("$name in recording passes: recorded, not dead", async ({ code }) => {
    const all = ids(`conflict-${code}`, 3);
    await victims.query(strikes("message_words", code));
    await postAll(
      baton.url,
      all.map((id) => saying(id, "conflict")),
    );
    await victims.recorded();
    await victims.query("drop function struck() cascade; drop sequence strikes");
    expect(await wamids(`conflict-${code}`)).toEqual(all);
    expect(await victims.summary()).toMatchObject({ pending: 0, dead: 0 });
  });

  test.each(["40P01", "40001"])("%s at the API is a refusal that says to try again", async (code) => {
    await victims.query(strikes("request", code));
    const ask = () =>
      fetch(`${baton.url}/api/v1/requests`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ title: `Struck by ${code}` }),
      });
    const answers = [await ask(), await ask(), await ask(), await ask()];
    await victims.query("drop function struck() cascade; drop sequence strikes");
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 200]);
    expect(answers[0]?.headers.get("retry-after")).toBe("1");
    expect(await answers[0]?.json()).toMatchObject({ error: { code: "busy" } });
    expect(
      await victims.query("select from request r join words w on w.id = r.title_id where w.body = $1", [
        `Struck by ${code}`,
      ]),
    ).toHaveLength(1);
  });
});

describe("SIGTERM", () => {
  test("lets posts in flight be answered, and ends with 0", async () => {
    const all = ids("in-flight", 40);
    const hold = await victims.hold("inbox");
    const answers = postAll(
      baton.url,
      all.map((id, n) => saying(id, `${n}`)),
    );
    await hold.somebodyWaits();
    const ended = baton.stop();
    // It listens no more, and still owes forty answers.
    await until(
      () =>
        fetch(`${baton.url}/healthz`).then(
          () => "answers",
          () => "gone",
        ),
      (seen) => seen === "gone",
      PATIENCE_MS,
    );
    await hold.release();
    expect(await answers).toEqual(each200(40));
    expect(await ended).toBe(0);
    const waiting = await victims.query("select from inbox");
    expect(waiting.length + (await wamids("in-flight")).length).toBe(40);
    baton = await victims.start();
    await victims.recorded();
    expect(await wamids("in-flight")).toEqual(all);
  });

  test("under load: everything acknowledged is recorded or waits, and the next start finds it", async () => {
    const load = keepPosting(baton.url, SECRET, 16, "ended");
    await until(
      async () => load.count(),
      (seen) => seen >= 200,
      PATIENCE_MS,
    );
    const began = performance.now();
    expect(await baton.stop()).toBe(0);
    const tookMs = Math.round(performance.now() - began);
    const acknowledged = [...(await load.stop())];
    const waiting = await victims.query<{ body: Buffer }>("select body from inbox");
    const kept = new Set([
      ...(await wamids("ended")),
      ...waiting.flatMap(({ body }) => /wamid\.ended\.\d+/.exec(body.toString()) ?? []),
    ]);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    console.log(`ended ${tookMs} ms after SIGTERM under load, ${waiting.length} waited`);
    expect(tookMs).toBeLessThan(30_000);
    baton = await victims.start();
    await victims.recorded();
    const recorded = new Set(await wamids("ended"));
    expect(acknowledged.filter((id) => !recorded.has(id))).toEqual([]);
  });
});

test("after all of it every request is the fold of its events", async () => {
  const { code, stdout, stderr } = await runBaton(["verify"], victims.env);
  expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: "" });
  expect(await victims.summary()).toMatchObject({ pending: 0, dead: 0 });
});
