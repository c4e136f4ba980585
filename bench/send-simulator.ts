/** The simulator as the sending bench needs it: started, and asked over its control API. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const SIMULATOR = fileURLToPath(new URL("../simulator/main.ts", import.meta.url));
export const NUMBER = "200000000000001";
export const SECRETS = { appSecret: "s", verifyToken: "v", accessToken: "t" };

const Shown = z.object({
  messages: z.array(
    z.object({ from: z.string(), at: z.coerce.date(), text: z.string().nullable().catch(null) }),
  ),
});
export type Control = {
  url: string;
  call(method: string, path: string, body?: object): Promise<unknown>;
  thread(phoneId: string): Promise<{ from: string; at: number; text: string | null }[]>;
};

export async function startSimulator(
  webhookPort: number,
): Promise<{ child: ChildProcess; control: Control }> {
  const child = spawn(
    process.execPath,
    [
      ...[SIMULATOR, "--json", "--with-parent", "--port", "0", "--number", NUMBER],
      ...[
        "--webhook",
        `http://127.0.0.1:${webhookPort}/webhooks/whatsapp`,
        "--app-secret",
        SECRETS.appSecret,
      ],
      ...["--verify-token", SECRETS.verifyToken, "--access-token", SECRETS.accessToken],
    ],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { url } = z.object({ url: z.string() }).parse(JSON.parse(line.toString().split("\n")[0] ?? ""));
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${url}/control/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    if (!answer.ok) throw new Error(`simulator ${method} ${path.split("/")[0]}: ${answer.status}`);
    return answer.json();
  };
  return {
    child,
    control: {
      url,
      call,
      async thread(phoneId) {
        const { messages } = Shown.parse(await call("GET", `phones/${phoneId}/thread?limit=500`));
        return messages.map(({ at, ...rest }) => ({ ...rest, at: at.getTime() }));
      },
    },
  };
}
