// A program of the example as a child process, for its signals.
import { fork } from "node:child_process";
import { once } from "node:events";

export interface Child {
  /** The first thing that it said: a server says its port. */
  readonly said: string;
  signal: (name: NodeJS.Signals) => void;
  /** Its exit status; null when a signal ended it. */
  readonly exit: Promise<number | null>;
}

/** Resolves when the program has said something. */
export async function startChild(
  program: URL,
  ...args: string[]
): Promise<Child> {
  const child = fork(program, args);
  // Ends with this process, also a child that is stopped.
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  const exit = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
  });
  const failed = exit.then((code) => {
    throw new Error(
      `${program.pathname} ended with status ${code}`,
    );
  });
  const said = once(child, "message").then(([first]) =>
    String(first),
  );
  return {
    said: await Promise.race([said, failed]),
    signal: (name) => void child.kill(name),
    exit,
  };
}
