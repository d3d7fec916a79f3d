// A page for a browser: one script, bundled with its packages.
import type { RequestListener } from "node:http";
import path from "node:path";
import { text } from "node:stream/consumers";
import { build } from "rolldown";
import { noteShown } from "./happening.ts";

const FOLDER = path.join(import.meta.dirname, "../browsers/web");
const HTML = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Orders</title>
  <link rel="icon" href="data:," />
  <ol></ol>
  <script type="module" src="/script.js"></script>
</html>`;

/** The listener of a server that has this page at "/". */
export async function openPage(
  script: string,
): Promise<RequestListener> {
  const { output } = await build({
    input: path.join(FOLDER, script),
    write: false,
  });
  const files = new Map([
    ["/", { type: "text/html", body: HTML }],
    [
      "/script.js",
      { type: "text/javascript", body: output[0].code },
    ],
  ]);
  return (request, response) => {
    const { pathname } = new URL(
      request.url ?? "/",
      "http://page",
    );
    const file = files.get(pathname);
    if (request.method === "POST" && pathname === "/shown") {
      void text(request).then((line) => {
        noteShown(line);
        response.writeHead(204).end();
      });
    } else if (file === undefined) {
      response.writeHead(404).end();
    } else {
      response.writeHead(200, { "content-type": file.type });
      response.end(file.body);
    }
  };
}
