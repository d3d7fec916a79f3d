// Node loads this module into every Node process of a run before the program (`--import`), and it leads the program's
// connections through the tap. For each address that the program dials, it asks the tap, which answers with the port at
// which it listens for this one connection, or with a port that refuses it. A server gets a free port instead of the one
// that it asked for, and this module tells the tap both: so each of several runs has a localhost:50051 of its own.
import net from "node:net";
import path from "node:path";
import "./divert-native.ts";
import { PORTS, TAP_PORT, PROGRAM, type Answer, type Question } from "./control.ts";

const tapPort = Number(process.env[TAP_PORT]);
const program = process.env[PROGRAM] ?? path.basename(process.argv[1] ?? "", ".ts");
// A child process of the program must not use the program's name.
delete process.env[PROGRAM];

/** A port of a proxy's backend → the port that the proxy knows; other servers get any free port. */
const fixedPorts = new Map(
  (process.env[PORTS] ?? "").split(",").map((pair) => {
    const [port, instead] = pair.split("=").map(Number);
    return [port, instead];
  }),
);

// Unbound methods are safe here, since Reflect.apply passes their receivers.
// oxlint-disable typescript/unbound-method
const connect = net.Socket.prototype.connect as (...args: unknown[]) => net.Socket;
const listen = net.Server.prototype.listen as (...args: unknown[]) => net.Server;
// oxlint-enable typescript/unbound-method

/**
 * Reads the options from the arguments of `connect` or `listen` in any form; `undefined` for other addresses than TCP.
 */
function readAddress(args: readonly unknown[]): net.TcpSocketConnectOpts | undefined {
  // net.connect() passes its arguments wrapped in an array.
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first === "number" || (typeof first === "string" && /^\d+$/.test(first))) {
    return { port: Number(first), ...(typeof second === "string" ? { host: second } : {}) };
  }
  if (typeof first !== "object" || first === null || !("port" in first)) return undefined;
  const options = first as net.TcpSocketConnectOpts;
  return Number.isInteger(Number(options.port)) ? options : undefined;
}

function callbackOf(args: readonly unknown[]): (() => void) | undefined {
  const flat = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  return flat.find((it): it is () => void => typeof it === "function");
}

function ask(question: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = new net.Socket();
    let answer = "";
    socket.setEncoding("utf8");
    socket.on("data", (text) => (answer += String(text)));
    socket.on("end", () => resolve(JSON.parse(answer) as Answer));
    socket.on("error", reject);
    Reflect.apply(connect, socket, [{ port: tapPort, host: "127.0.0.1" }]);
    socket.end(`${JSON.stringify(question)}\n`);
  });
}

net.Socket.prototype.connect = function divertedConnect(this: net.Socket, ...args: unknown[]) {
  const address = readAddress(args);
  if (address === undefined) return Reflect.apply(connect, this, args);
  // Marks the socket as connecting, as during a DNS lookup, so that writes wait for the connection.
  Object.assign(this, { connecting: true });
  const callback = callbackOf(args);
  ask({ ask: "dial", program, host: address.host ?? "localhost", port: Number(address.port) }).then(
    ({ port, host = "127.0.0.1" }) => {
      if (this.destroyed) return;
      const there = port === undefined ? address : { ...address, host, port };
      Reflect.apply(connect, this, callback === undefined ? [there] : [there, callback]);
    },
    (error: Error) => this.destroy(error),
  );
  return this;
} as typeof connect;

net.Server.prototype.listen = function divertedListen(this: net.Server, ...args: unknown[]) {
  const address = readAddress(args);
  if (address === undefined) return Reflect.apply(listen, this, args);
  const callback = callbackOf(args);
  this.prependOnceListener("listening", () => {
    const bound = this.address();
    if (bound === null || typeof bound === "string") return;
    const question: Question = {
      ask: "listen",
      program,
      port: Number(address.port),
      bound: bound.port,
    };
    // The tap may be closed already when the run is ending.
    ask(question).catch(() => undefined);
  });
  const there = { ...address, port: fixedPorts.get(Number(address.port)) ?? 0 };
  return Reflect.apply(listen, this, callback === undefined ? [there] : [there, callback]);
} as typeof listen;
