// Starts an edge at another port, as a deployment does:
// node start-edge.ts 50052
const [port] = process.argv.slice(2);
if (port === undefined) {
  throw new Error("node start-edge.ts <port>");
}
process.env["EDGE_PORT"] = port;
await import("./edge.ts");
