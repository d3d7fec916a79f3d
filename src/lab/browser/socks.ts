import { connect, createServer, type Socket } from "node:net";

// RFC 1928, as much of it as Chromium uses: no authentication, CONNECT, IPv4, IPv6 or a name.
const VERSION = 5;
const NO_AUTHENTICATION = Buffer.from([VERSION, 0]);
const [SUCCEEDED, REFUSED] = [0, 5];
const [IPV4, NAME, IPV6] = [1, 3, 4];

/**
 * Opens a SOCKS proxy on 127.0.0.1 that dials from this process: what leads this process's connections through the tap
 * leads a browser's through it too, and a refused connection stays refused.
 */
export async function openSocks(): Promise<{ readonly port: number }> {
  const server = createServer((client) => {
    client.on("error", () => client.destroy());
    client.once("data", () => {
      client.write(NO_AUTHENTICATION);
      client.once("data", (request) => dial(client, request));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens on a port.");
  return { port: address.port };
}

function dial(client: Socket, request: Buffer): void {
  client.pause();
  const server = connect(readTarget(request));
  const answer = (how: number): void => {
    client.write(Buffer.from([VERSION, how, 0, IPV4, 0, 0, 0, 0, 0, 0]));
  };
  let isOpen = false;
  server.once("connect", () => {
    isOpen = true;
    answer(SUCCEEDED);
    client.pipe(server).pipe(client);
  });
  server.once("error", () => {
    if (!isOpen) answer(REFUSED);
    client.destroy();
  });
  server.once("close", () => client.destroySoon());
  client.once("close", () => server.destroy());
}

/** Reads the address in a request: version, command, reserved, type, address, port. */
export function readTarget(request: Buffer): { readonly host: string; readonly port: number } {
  const type = request[3];
  const port = request.readUInt16BE(request.length - 2);
  const address = request.subarray(type === NAME ? 5 : 4, -2);
  if (type === IPV4) return { host: address.join("."), port };
  if (type === NAME) return { host: address.toString("latin1"), port };
  if (type !== IPV6) throw new Error(`Type ${type} is no type of address.`);
  const groups = Array.from({ length: 8 }, (_, at) => address.readUInt16BE(2 * at).toString(16));
  return { host: groups.join(":"), port };
}
