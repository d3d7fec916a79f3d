// A program that reads bytes; it says its port to its parent.
import { createServer } from "node:net";

const server = createServer((socket) => {
  socket.on("error", () => socket.destroy());
  socket.resume();
});
// Ends with the process that started it.
process.once("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address === null || typeof address === "string") return;
  process.send?.(address.port);
});
