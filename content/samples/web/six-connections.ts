// How many server-sent streams a browser holds open to one host.
// Run: node six-connections.ts
// Needs: ../browsers/web/six-connections.ts
import { createServer } from "node:http";
import { openPage } from "./page.ts";

const PORT = 3000;

const page = await openPage("six-connections.ts");
const server = createServer((request, response) => {
  if (request.url !== "/stream") return page(request, response);
  response.writeHead(200, {
    "content-type": "text/event-stream",
  });
  response.flushHeaders();
});
server.listen(PORT, "127.0.0.1", () => {
  console.log(`open http://localhost:${PORT}`);
});
process.once("SIGTERM", () => process.exit());
