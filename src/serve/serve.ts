import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Address, portTaken, refuseTakenPort, toUrl } from "./address.ts";
import { answer } from "./answer.ts";
import { FileCache } from "./file-cache.ts";
import { Failure } from "../report/failure.mjs";

export interface SiteServer {
  /** Such as "http://localhost:4321", without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and closes open connections. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a built site as a static host would: compressed, with the build's own `_headers`. Port 0 takes any free
 * port. Throws a {@link Failure} when it cannot listen on the address.
 */
export async function startServer(
  options: Address & { readonly directory: string },
): Promise<SiteServer> {
  const { directory, host } = options;
  await refuseTakenPort(options, "npm start");
  const cache = new FileCache();
  const server = createServer((request, response) => {
    respond(directory, cache, request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(explain(error, options)));
    server.listen({ port: options.port, host, exclusive: true }, resolve);
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : options.port;
  return {
    url: toUrl({ host, port }),
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(
  directory: string,
  cache: FileCache,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, headers, body } = await answer(directory, cache, {
    method: request.method ?? "",
    url: request.url ?? "",
    acceptEncoding: request.headers["accept-encoding"]?.toString(),
    ifNoneMatch: request.headers["if-none-match"],
  });
  response.writeHead(status, headers);
  // Node itself removes the body from an answer to HEAD.
  response.end(body);
}

function explain(error: NodeJS.ErrnoException, { host, port }: Address): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return portTaken(port, "npm start");
    case "EACCES":
      return new Failure(
        "port-forbidden",
        `This user may not listen on port ${port}; ports from 1024 on need no permission.\n` +
          "  Leave PORT out for 4321. Type: npm start",
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new Failure(
        "bad-host",
        `HOST is "${host}", which is no address of this machine.\n` +
          "  Leave HOST out for this machine only, or HOST=0.0.0.0 for the whole network.",
      );
    default:
      return error;
  }
}
