// The two ends of a grpc-js server's life, as promises.
import { type Server, ServerCredentials } from "@grpc/grpc-js";

/** Listens on this machine only; port 0 takes a free one. */
export function listen(
  server: Server,
  port = 0,
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(
      `127.0.0.1:${port}`,
      ServerCredentials.createInsecure(),
      (error, bound) => (error ? reject(error) : resolve(bound)),
    );
  });
}

/**
 * Takes no new calls and lets running ones end, but not for ever:
 * a stream may have no end. What is cut then sees CANCELLED.
 */
export async function shutDown(
  server: Server,
  graceMs: number,
): Promise<void> {
  const timer = setTimeout(() => server.forceShutdown(), graceMs);
  try {
    await new Promise<void>((resolve, reject) => {
      server.tryShutdown((error) =>
        error ? reject(error) : resolve(),
      );
    });
  } finally {
    clearTimeout(timer);
  }
}
