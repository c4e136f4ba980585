/** A number on its way: read, changed step by step, looked at again while something is expected from outside. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Connection, connectingApi } from "../../../shared/api/connecting.ts";
import type { CheckCode, ConnectStep } from "../../../shared/connecting.ts";
import { call } from "../api/call.ts";

const LIST = ["numbers", "connections"];
const keyOf = (id: number | undefined) => ["numbers", "connection", id ?? 0];

export function useConnections() {
  return useQuery({ queryKey: LIST, queryFn: ({ signal }) => call(connectingApi.connections, { signal }) });
}

/** Meta knocking, a message coming in, a status: none of them is a topic of its own. */
const WAIT_MS = 1_500;
const WAITING = new Set<CheckCode>([
  "handshake_waiting",
  "handshake_other_token",
  "handshake_refused",
  "heard_waiting",
  "answer_on_its_way",
  "answer_waits",
  "answer_failed",
]);
const waits = (connection: Connection | undefined): boolean =>
  connection !== undefined &&
  connection.numberId !== null &&
  !connection.isFinished &&
  connection.checks.some(({ code }) => WAITING.has(code));

export function useConnection(id: number | undefined) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call(connectingApi.connection, { params: { id: id ?? 0 }, signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (waits(state.data) ? WAIT_MS : false),
  });
}

export type ConnectAct =
  | { kind: "begin"; token: string; graphUrl: string; graphVersion: string; numberId: number | undefined }
  | { kind: "token"; token?: string; graphUrl: string; graphVersion: string }
  | { kind: "account"; accountId: string }
  | { kind: "number"; phoneNumberId: string }
  | { kind: "register"; pin: string }
  | { kind: "secret"; appSecret: string; appId?: string }
  | { kind: "webhook"; place: "app" | "account" }
  | { kind: "verifyToken" }
  | { kind: "check"; step: ConnectStep }
  | { kind: "answer"; text: string };

/** One act at a time; what it answers is what is shown. */
export function useConnectAct(id: number | undefined, onBegun: (connection: Connection) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: ConnectAct) => run(id ?? 0, act),
    onSuccess: (connection, act) => {
      client.setQueryData(keyOf(connection.id), connection);
      void client.invalidateQueries({ queryKey: LIST });
      if (act.kind === "begin") onBegun(connection);
    },
  });
}

function run(id: number, { kind, ...act }: ConnectAct): Promise<Connection> {
  const params = { id };
  // The server reads each body by its schema; a union of bodies is none the compiler can follow.
  switch (kind) {
    case "begin":
      return call(connectingApi.beginConnection, { body: act as Body<"begin"> });
    case "token":
      return call(connectingApi.connectionToken, { params, body: act as Body<"token"> });
    case "account":
      return call(connectingApi.connectionAccount, { params, body: act as Body<"account"> });
    case "number":
      return call(connectingApi.connectionNumber, { params, body: act as Body<"number"> });
    case "register":
      return call(connectingApi.connectionRegister, { params, body: act as Body<"register"> });
    case "secret":
      return call(connectingApi.connectionSecret, { params, body: act as Body<"secret"> });
    case "webhook":
      return call(connectingApi.connectionWebhook, { params, body: act as Body<"webhook"> });
    case "verifyToken":
      return call(connectingApi.connectionVerifyToken, { params });
    case "check":
      return call(connectingApi.connectionCheck, { params, body: act as Body<"check"> });
    case "answer":
      return call(connectingApi.connectionAnswer, { params, body: act as Body<"answer"> });
    default:
      return kind satisfies never;
  }
}

type Body<Kind extends ConnectAct["kind"]> = Omit<Extract<ConnectAct, { kind: Kind }>, "kind">;

export function useConnectEnd() {
  const client = useQueryClient();
  const settle = () => client.invalidateQueries({ queryKey: ["numbers"] });
  const finish = useMutation({
    mutationFn: (id: number) => call(connectingApi.finishConnection, { params: { id } }),
    onSuccess: settle,
  });
  const drop = useMutation({
    mutationFn: (id: number) => call(connectingApi.dropConnection, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
  return { finish, drop };
}
