// One address for several servers, as a Service in Kubernetes has.
import { once } from "node:events";
import { connect, createServer } from "node:net";

const HOST = "127.0.0.1";

/** Gives each new connection to the next server, and no call. */
export async function startOneAddress(
  ports: readonly number[],
): Promise<{ address: string; close: () => void }> {
  let connections = 0;
  const relay = createServer((client) => {
    const port = ports[connections % ports.length] ?? 0;
    connections += 1;
    const server = connect(port, HOST);
    client.pipe(server).pipe(client);
    client.on("error", () => server.destroy());
    server.on("error", () => client.destroy());
  });
  relay.listen(0, HOST);
  await once(relay, "listening");
  const bound = relay.address();
  if (bound === null || typeof bound === "string") {
    throw new Error("not a TCP address");
  }
  return {
    address: `${HOST}:${bound.port}`,
    close: () => relay.close(),
  };
}
