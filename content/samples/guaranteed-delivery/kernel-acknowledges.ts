// TCP acknowledges bytes for a program that is stopped (Linux).
// Run: node kernel-acknowledges.ts
// Needs: ./read-bytes.ts
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "../streaming-modes/start-child.ts";

// What every client of HTTP/2 sends first.
const PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
// Time enough to read it, for a program that is not stopped.
const PAUSE_MS = 500;
const ESTABLISHED = "01";

/** The bytes that Linux keeps for the socket of this port. */
async function queuesOf(port: number) {
  const table = await readFile("/proc/self/net/tcp", "utf8");
  const row = table
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .find(
      ([, local = "", , state]) =>
        Number.parseInt(local.split(":")[1] ?? "", 16) === port &&
        state === ESTABLISHED,
    );
  if (!row) throw new Error(`no connection of port ${port}`);
  const [sent = "", received = ""] = row[4]?.split(":") ?? [];
  return {
    unacknowledged: Number.parseInt(sent, 16),
    unread: Number.parseInt(received, 16),
  };
}

const warehouse = await startChild(
  new URL("./read-bytes.ts", import.meta.url),
);
const port = Number(warehouse.said);
const socket = connect(port, "127.0.0.1");
// The kill below resets the connection.
socket.on("error", () => socket.destroy());
await once(socket, "connect");

// #region write
warehouse.signal("SIGSTOP");
socket.write(PREFACE);
await sleep(PAUSE_MS);
const sender = await queuesOf(socket.localPort ?? 0);
const receiver = await queuesOf(port);
console.log(`${PREFACE.length} bytes written`);
console.log(`${sender.unacknowledged} not acknowledged by TCP`);
console.log(`${receiver.unread} not read by the program`);
// #endregion write

warehouse.signal("SIGKILL");
await warehouse.exit;
socket.destroy();
