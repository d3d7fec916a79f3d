import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { contentType } from "../serve/content-type.ts";
import { findFile } from "../serve/find-file.ts";
import { INDEX } from "./index-format.ts";

/**
 * Serves the index of the last build to the dev server, which makes none of its own. Without a build it
 * answers 404, and the page says what to do.
 */
export function searchDevMiddleware(
  root: string,
): (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void {
  const built = path.join(root, "dist");
  return (request, response, next) => {
    const [pathname = ""] = (request.url ?? "").split("?");
    if (!pathname.startsWith(INDEX) && pathname !== "/search/terms.txt") {
      next();
      return;
    }
    send(built, pathname, response).catch(next);
  };
}

async function send(built: string, pathname: string, response: ServerResponse): Promise<void> {
  const found = await findFile(built, pathname);
  if (found.kind !== "file") {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
    response.end("The search index is made by a build: npm run build\n");
    return;
  }
  const body = await readFile(found.file);
  response.writeHead(200, { "content-type": contentType(found.file), "cache-control": "no-store" });
  response.end(body);
}
