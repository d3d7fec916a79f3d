// Starts a server as a process, to be killed as a power cut would.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** Options of the program, for its command line. */
export type Options = Readonly<Record<string, string | number>>;

export interface ServerProcess<Own extends Options> {
  readonly address: string;
  /** SIGKILL: no goodbye, and nothing is finished first. */
  kill(): Promise<void>;
  /** Kills it and starts it again on the same port. */
  killAndRestart(options: Own): Promise<void>;
}

/**
 * Resolves when the program listens: it takes the option `port`
 * and sends its parent the port that it has got.
 */
export async function startServer<Own extends Options>(
  program: URL,
  options: Own,
): Promise<ServerProcess<Own>> {
  let child = run(program, options);
  const port = await portOf(child);

  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null)
      return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  return {
    address: `127.0.0.1:${port}`,
    kill,
    async killAndRestart(next) {
      await kill();
      child = run(program, { ...next, port });
      await portOf(child);
    },
  };
}

function run(program: URL, options: Options): ChildProcess {
  const args = Object.entries(options).map(
    ([name, value]) => `--${name}=${value}`,
  );
  const child = fork(program, args);
  // The server ends with this process, whatever ends it.
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  return child;
}

async function portOf(child: ChildProcess): Promise<number> {
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`it did not start: exit status ${code}`);
  });
  const [port] = await Promise.race([
    once(child, "message"),
    failed,
  ]);
  return Number(port);
}
