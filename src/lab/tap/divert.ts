// Loaded into every Node process of a run before its program (`node --import`): leads its connections through the tap.
// A program dials the address that it would dial anywhere; the tap says at which port it listens for this connection,
// or that nobody is there, and then the program dials what refuses it. A server listens at a port that was free, and
// the tap learns which port it asked for: runs beside each other all have their own localhost:50051.
import net from "node:net";
import path from "node:path";
import "./divert-native.ts";
import { TAP_PORT, PROGRAM, type Answer, type Question } from "./control.ts";

const tapPort = Number(process.env[TAP_PORT]);
const program = process.env[PROGRAM] ?? path.basename(process.argv[1] ?? "", ".ts");
// A child of the program is another program.
delete process.env[PROGRAM];

// Called with their receivers below.
// oxlint-disable typescript/unbound-method
const connect = net.Socket.prototype.connect as (...args: unknown[]) => net.Socket;
const listen = net.Server.prototype.listen as (...args: unknown[]) => net.Server;
// oxlint-enable typescript/unbound-method

/** The arguments of `connect` and `listen` in all their forms → the options, or nothing for what is no TCP address. */
function readAddress(args: readonly unknown[]): net.TcpSocketConnectOpts | undefined {
  // From net.connect() they come wrapped in an array.
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
  // As a socket is that looks up a name: what is written meanwhile waits.
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
    // A tap that is gone has nobody to tell.
    ask(question).catch(() => undefined);
  });
  const there = { ...address, port: 0 };
  return Reflect.apply(listen, this, callback === undefined ? [there] : [there, callback]);
} as typeof listen;
