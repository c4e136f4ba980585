/** PostgreSQL's COPY on one connection, both ways, at the pace of the slower side. */
import { once } from "node:events";
import type pg from "pg";

/** What `pg` calls on a statement that is under way. */
type Connection = pg.Connection & {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
};

/** Rows held back from the network while the file is written. */
const MOST_BYTES = 4 * 1024 * 1024;

const rowsOf = (message: { text?: string }): number =>
  Number(/^COPY (\d+)/.exec(message.text ?? "")?.[1] ?? 0);

/** Blocks of whole rows. When the reader stops early the connection is of no use any more: release it as broken. */
export async function* copyOut(client: pg.ClientBase, statement: string): AsyncGenerator<Buffer, number> {
  const out = new CopyOut(statement);
  client.query(out);
  for (;;) {
    const block = await out.next();
    if (block === null) return out.rows;
    yield block;
  }
}

class CopyOut implements pg.Submittable {
  rows = 0;
  readonly #statement: string;
  #connection: Connection | null = null;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #end: { error: Error | null } | null = null;
  #wake = () => {};

  constructor(statement: string) {
    this.#statement = statement;
  }

  async next(): Promise<Buffer | null> {
    while (this.#heldBytes === 0) {
      if (this.#end?.error) throw this.#end.error;
      if (this.#end) return null;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const block = Buffer.concat(this.#held);
    this.#held = [];
    this.#heldBytes = 0;
    this.#connection?.stream.resume();
    return block;
  }

  submit(connection: pg.Connection): void {
    this.#connection = connection as Connection;
    this.#connection.query(this.#statement);
  }
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // Copied: the parser uses its memory again.
    this.#held.push(Buffer.from(chunk));
    this.#heldBytes += chunk.length;
    if (this.#heldBytes > MOST_BYTES) this.#connection?.stream.pause();
    this.#wake();
  }
  handleCommandComplete(message: { text?: string }): void {
    this.rows = rowsOf(message);
  }
  handleError(error: Error): void {
    this.#end = { error };
    this.#wake();
  }
  handleReadyForQuery(): void {
    this.#end ??= { error: null };
    this.#wake();
  }
}

export type CopyingIn = {
  write(block: Buffer): Promise<void>;
  /** How many rows went in. */
  end(): Promise<number>;
};

export function copyIn(client: pg.ClientBase, statement: string): CopyingIn {
  return client.query(new CopyIn(statement));
}

class CopyIn implements pg.Submittable, CopyingIn {
  readonly #statement: string;
  #rows = 0;
  #connection = Promise.withResolvers<Connection>();
  #done = Promise.withResolvers<void>();

  constructor(statement: string) {
    this.#statement = statement;
    // Whoever awaits hears of it; nobody awaits both all the time.
    this.#connection.promise.catch(() => {});
    this.#done.promise.catch(() => {});
  }

  async write(block: Buffer): Promise<void> {
    const connection = await this.#connection.promise;
    connection.sendCopyFromChunk(block);
    if (connection.stream.writableNeedDrain)
      await Promise.race([once(connection.stream, "drain"), this.#done.promise]);
  }
  async end(): Promise<number> {
    (await this.#connection.promise).endCopyFrom();
    await this.#done.promise;
    return this.#rows;
  }

  submit(connection: pg.Connection): void {
    (connection as Connection).query(this.#statement);
  }
  handleCopyInResponse(connection: pg.Connection): void {
    this.#connection.resolve(connection as Connection);
  }
  handleCommandComplete(message: { text?: string }): void {
    this.#rows = rowsOf(message);
  }
  handleError(error: Error): void {
    this.#connection.reject(error);
    this.#done.reject(error);
  }
  handleReadyForQuery(): void {
    this.#done.resolve();
  }
}
