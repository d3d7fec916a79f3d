// Orders as server-sent events, and a page that follows them.
// Run: node sse.ts
// Needs: ../browsers/web/sse.ts
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { toJsonString } from "@bufbuild/protobuf";
import { DeliverySchema } from "../gen/shop/v1/orders_pb.ts";
import { happening, toEs } from "./happening.ts";
import { openPage } from "./page.ts";

const PORT = 3000;

// #region serve
async function sendOrders(
  afterCursor: string,
  response: ServerResponse,
): Promise<void> {
  const over = new AbortController();
  response.once("close", () => over.abort());
  const { signal } = over;
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-cache",
  });
  response.flushHeaders();
  for await (const it of happening(afterCursor, signal)) {
    const data = toJsonString(DeliverySchema, toEs(it));
    const more = response.write(
      `id: ${it.cursor}\ndata: ${data}\n\n`,
    );
    if (!more) await once(response, "drain", { signal });
  }
}

const page = await openPage("sse.ts");
const server = createServer((request, response) => {
  if (request.url !== "/orders") return page(request, response);
  // The id of the last event that the page got.
  const after = request.headers["last-event-id"] ?? "0";
  sendOrders(String(after), response).catch(() =>
    response.destroy(),
  );
});
// #endregion serve
server.listen(PORT, "127.0.0.1", () => {
  console.log(`open http://localhost:${PORT}`);
});
process.once("SIGTERM", () => process.exit());
