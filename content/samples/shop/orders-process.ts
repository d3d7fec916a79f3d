// Starts Orders as a process, to be killed as a power cut would.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

const PROGRAM = new URL("./orders.ts", import.meta.url);

/** See orders.ts for what they do. */
export interface OrdersOptions {
  port?: number;
  happened?: number;
  hold?: number;
}

export interface OrdersProcess {
  readonly address: string;
  /** SIGKILL: no goodbye, and nothing is finished first. */
  kill(): Promise<void>;
  /** Kills it and starts it again on the same port. */
  killAndRestart(options: OrdersOptions): Promise<void>;
}

/** Resolves when Orders listens. */
export async function startOrders(
  options: OrdersOptions = {},
): Promise<OrdersProcess> {
  let child = run(options);
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
      child = run({ ...next, port });
      await portOf(child);
    },
  };
}

function run(options: OrdersOptions): ChildProcess {
  const args = Object.entries(options).map(
    ([name, value]) => `--${name}=${value}`,
  );
  return fork(PROGRAM, args);
}

async function portOf(child: ChildProcess): Promise<number> {
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`Orders did not start: exit status ${code}`);
  });
  const [port] = await Promise.race([
    once(child, "message"),
    failed,
  ]);
  return Number(port);
}
