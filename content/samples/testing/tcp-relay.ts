// A relay between a client and a server that a test can cut.
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface Relay {
  readonly port: number;
  /** Resets all connections; new ones are accepted. */
  cut: () => void;
  close: () => void;
}

// #region relay
/** Listens on a free port, and passes bytes on to this one. */
export async function openRelay(to: number): Promise<Relay> {
  const sockets = new Set<Socket>();
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const server = createServer((client) => {
    const upstream = connect(to, "127.0.0.1");
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      // A reset is what the test asked for.
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error("the relay has no port");
  }
  return {
    port: address.port,
    cut,
    close() {
      server.close();
      cut();
    },
  };
}
// #endregion relay
