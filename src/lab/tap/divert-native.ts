// Loaded by divert.ts: a client whose connections are made in C dials past Node. So it is told where the brokers of the
// run are at the moment at which it is made, whatever its program says.
import { BOOTSTRAP } from "./control.ts";

type Construct = new (...args: unknown[]) => object;
type Dlopen = (module: { exports: Record<string, unknown> }, ...rest: unknown[]) => void;

/** Constructors of librdkafka's binary that take its settings first. */
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
