// Starts an edge as a process, at a port.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

const EDGE = new URL("../using-both/edge.ts", import.meta.url);

/** Resolves when the edge listens. */
export async function startEdge(
  port: number,
): Promise<ChildProcess> {
  const env = { ...process.env, EDGE_PORT: String(port) };
  const edge = fork(EDGE, { env, silent: true });
  edge.stderr?.pipe(process.stderr);
  // The edge ends with this process, whatever ends it.
  const kill = () => void edge.kill("SIGKILL");
  process.once("exit", kill);
  edge.once("exit", () => process.off("exit", kill));
  const failed = once(edge, "exit").then(([code]) => {
    throw new Error(`the edge did not start: ${code}`);
  });
  // Its first line says that it listens.
  if (edge.stdout)
    await Promise.race([once(edge.stdout, "data"), failed]);
  failed.catch(() => undefined);
  return edge;
}
