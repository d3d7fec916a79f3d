// Loaded by divert.ts, for a client that connects in C and so bypasses Node's sockets. When the program creates such a
// client, this module replaces `bootstrap.servers` in its settings with the address of the run's brokers.
import { BOOTSTRAP } from "./control.ts";

type Construct = new (...args: unknown[]) => object;
type Dlopen = (module: { exports: Record<string, unknown> }, ...rest: unknown[]) => void;

/** Constructors in librdkafka's binary whose first argument is the settings. */
const CLIENTS = ["Producer", "KafkaConsumer", "AdminClient"];

const bootstrap = process.env[BOOTSTRAP];
if (bootstrap !== undefined) {
  const dlopen = process.dlopen as unknown as Dlopen;
  const divertedDlopen: Dlopen = (module, ...rest) => {
    Reflect.apply(dlopen, process, [module, ...rest]);
    for (const name of CLIENTS) {
      const client = module.exports[name];
      if (typeof client === "function") module.exports[name] = telling(client as Construct);
    }
  };
  process.dlopen = divertedDlopen as unknown as typeof process.dlopen;
}

function telling(client: Construct): Construct {
  return new Proxy(client, {
    construct(target, [settings, ...rest]: unknown[], newTarget) {
      const told = { ...(settings as object), "bootstrap.servers": bootstrap };
      return Reflect.construct(target, [told, ...rest], newTarget) as object;
    },
  });
}
