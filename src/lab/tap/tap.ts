import { createServer, connect, type AddressInfo, type Server, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer, Question } from "./control.ts";
import { relay, type Relay, type Verdict } from "./relay.ts";
import type { Decoder, WireEvent } from "./wire-event.ts";

/** A server that programs reach under an address of their own, `localhost:9092`, wherever it really listens. */
export interface Upstream {
  /** Its role: `broker`, `warehouse`. */
  readonly program: string;
  readonly port: number;
  /** Only where the tap is off: it joins connections of this machine alone. */
  readonly host?: string;
}

/** Who talks to whom on a connection. */
export interface Ends {
  readonly client: string;
  readonly server: string;
}

export interface TapOptions {
  /** Addresses that are known before anybody listens, `localhost:9092` → the real port. */
  readonly upstreams?: ReadonlyMap<string, Upstream>;
  /** Ports of 127.0.0.1 where this program, which is not diverted, finds servers. */
  readonly doors?: { readonly program: string; readonly ports: ReadonlyMap<number, Upstream> };
  /** A reader for a new connection. */
  readonly decoderFor: (ends: Ends) => Decoder | undefined;
  readonly onEvent: (event: WireEvent, ends: Ends, connection: Relay) => Verdict;
  /** A connection whose bytes are not of the protocol it was taken for; they pass unread. */
  readonly onUndecodable?: (error: unknown, ends: Ends) => void;
  /** Leads programs to their servers and stays out of the way: the control run. */
  readonly isOff?: boolean;
}

/** A tap for one run: programs that were started with {@link divert} connect through it. */
export interface Tap {
  /** The port at which programs ask. */
  readonly port: number;
  readonly close: () => void;
}

/** A server says that it listens a moment after it does. */
const UNTIL_KNOWN_MS = 100;
const LOOK_MS = 5;
/** Nobody listens at port 1 of a loopback. */
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
    // It is refused by the machine, not by us: the program sees the error that it would have seen.
    if (server === undefined) return { port: known === undefined ? port : REFUSES };
    track(server);
    const owner = await ownerOf(port);
    if (owner === undefined || options.isOff === true) server.destroy();
    // Somebody listens there who is not of this run.
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

  /** A port for one connection: no byte has to be added to say whose it is. */
  const openDoor = async (enter: (client: Socket) => void): Promise<number> => {
    const door = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
      door.close();
      enter(client);
    });
    doors.add(door);
    door.once("close", () => doors.delete(door));
    return listenAnywhere(door);
  };

  /** A port that stays: whoever comes is the one program that can. */
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
    // Said to the other end by the relay; a socket without a listener would end this process.
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
    // Nobody else knows of what is open by now.
    close();
    throw error;
  }
  return { port, close };
}

/** A connection to a port of 127.0.0.1, which has had no byte yet; nothing when it is refused. */
function dial(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    // A server may speak first.
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
