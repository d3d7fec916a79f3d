import { createServer, connect, type AddressInfo, type Server, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer, Question } from "./control.ts";
import { relay, type Relay, type Verdict } from "./relay.ts";
import type { Decoder, WireEvent } from "./wire-event.ts";

/** Where a server really listens that programs reach by another address, `localhost:9092`. */
export interface Upstream {
  /** Role of the server: `broker`, `warehouse`. */
  readonly program: string;
  readonly port: number;
  /** Host of the user's own cluster, which programs reach directly; absent for a server on 127.0.0.1. */
  readonly host?: string;
}

/** Roles of the two ends of a connection. */
export interface Ends {
  readonly client: string;
  readonly server: string;
}

export interface TapOptions {
  /** Addresses that are known before any program starts: `localhost:9092` → where that server listens. */
  readonly upstreams?: ReadonlyMap<string, Upstream>;
  /** Standing doors: ports of 127.0.0.1 at which this one program, which cannot be diverted, reaches servers. */
  readonly doors?: { readonly program: string; readonly ports: ReadonlyMap<number, Upstream> };
  /** Opens a decoder for a new connection; `undefined` where it is not to be read. */
  readonly decoderFor: (ends: Ends) => Decoder | undefined;
  readonly onEvent: (event: WireEvent, ends: Ends, connection: Relay) => Verdict;
  /** Called when the bytes of a connection are not of the expected protocol; they are passed on unread. */
  readonly onUndecodable?: (error: unknown, ends: Ends) => void;
  /** Connects programs directly to their servers, without relaying: the control run. */
  readonly isOff?: boolean;
}

/** The tap of one run: programs that load `divert.ts` connect through it. */
export interface Tap {
  /** The port at which `divert.ts` asks its questions. */
  readonly port: number;
  readonly close: () => void;
}

/** How long to wait for a server to tell its name, which it does a moment after it listens. */
const UNTIL_KNOWN_MS = 100;
const LOOK_MS = 5;
/** A port of 127.0.0.1 at which no program listens, so that connections to it are refused. */
const REFUSES = 1;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "::1"]);

/** Opens a tap on 127.0.0.1. */
export async function openTap(options: TapOptions): Promise<Tap> {
  const upstreams = new Map(options.upstreams);
  const owners = new Map<number, string>();
  const sockets = new Set<Socket>();
  const doors = new Set<Server>();
  for (const { port, program } of upstreams.values()) owners.set(port, program);

  const answer = async (question: Question): Promise<Answer> => {
    if (question.ask === "listen") {
      const { port, program, bound } = question;
      owners.set(bound, program);
      if (port !== 0) upstreams.set(`localhost:${port}`, { program, port: bound });
      return {};
    }
    const host = LOOPBACK.has(question.host) ? "localhost" : question.host;
    const known = upstreams.get(`${host}:${question.port}`);
    if (known === undefined && host !== "localhost") return {};
    const port = known?.port ?? question.port;
    if (known?.host !== undefined) return { port, host: known.host };
    if (options.isOff === true && owners.has(port)) return { port };
    const server = await dial(port);
    // The system refuses the connection, not the tap, so that the program sees the usual error.
    if (server === undefined) return { port: known === undefined ? port : REFUSES };
    track(server);
    const owner = await ownerOf(port);
    if (owner === undefined || options.isOff === true) server.destroy();
    // The process that listens there does not belong to this run.
    if (owner === undefined) return { port: REFUSES };
    if (options.isOff === true) return { port };
    const ends = { client: question.program, server: owner };
    return { port: await openDoor((client) => join(client, server, ends)) };
  };

  const ownerOf = async (port: number): Promise<string | undefined> => {
    for (let waited = 0; !owners.has(port) && waited < UNTIL_KNOWN_MS; waited += LOOK_MS) {
      await sleep(LOOK_MS);
    }
    return owners.get(port);
  };

  const join = (client: Socket, server: Socket, ends: Ends): void => {
    track(client);
    const decoder = options.decoderFor(ends);
    relay(client, server, {
      ...(decoder === undefined ? {} : { decoder }),
      judge: (event, connection) => options.onEvent(event, ends, connection),
      onUndecodable: (error) => options.onUndecodable?.(error, ends),
    });
  };

  /** Opens a door: a port that accepts one connection. The port alone tells whose connection it is. */
  const openDoor = async (enter: (client: Socket) => void): Promise<number> => {
    const door = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
      door.close();
      enter(client);
    });
    doors.add(door);
    door.once("close", () => doors.delete(door));
    return listenAnywhere(door);
  };

  /** Opens a standing door: a port that accepts every connection of the one program that cannot be diverted. */
  const openStandingDoor = async (
    port: number,
    { port: there, program: server }: Upstream,
    client: string,
  ): Promise<void> => {
    const door = createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect: true });
    door.on("connection", (socket) => {
      track(socket);
      void dial(there).then((upstream) => {
        if (upstream === undefined) return socket.resetAndDestroy();
        track(upstream);
        join(socket, upstream, { client, server });
        return undefined;
      });
    });
    doors.add(door);
    await new Promise<void>((resolve, reject) => {
      door.once("error", reject);
      door.listen(port, "127.0.0.1", resolve);
    });
  };

  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    // The relay passes errors on; this listener keeps an error from ending the process.
    socket.on("error", () => undefined);
  };

  const control = createServer({ allowHalfOpen: true }, (socket) => {
    track(socket);
    text(socket)
      .then((line) => answer(JSON.parse(line) as Question))
      .then((reply) => socket.end(JSON.stringify(reply)))
      .catch(() => socket.destroy());
  });
  const close = (): void => {
    for (const server of [control, ...doors]) server.close();
    for (const socket of sockets) socket.destroy();
  };
  const port = await listenAnywhere(control);
  try {
    for (const [door, upstream] of options.doors?.ports ?? []) {
      await openStandingDoor(door, upstream, options.doors?.program ?? "");
    }
  } catch (error) {
    // Closes what is open already, since the caller gets no tap to close.
    close();
    throw error;
  }
  return { port, close };
}

/** Connects to a port of 127.0.0.1, without reading yet; resolves to `undefined` when refused. */
function dial(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    // Paused, since a server may send bytes before the client is joined.
    socket.pause();
    socket.once("connect", () => resolve(socket));
    socket.once("error", () => resolve(undefined));
  });
}

function listenAnywhere(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}
