/** A question of a diverted program to the tap, one line of JSON per connection. `divert.ts` asks, `tap.ts` answers. */
export type Question =
  /** Asks where to connect for this address. */
  | { readonly ask: "dial"; readonly program: string; readonly host: string; readonly port: number }
  /** Tells the tap that a server asked to listen at `port` and does listen at `bound`. */
  | {
      readonly ask: "listen";
      readonly program: string;
      readonly port: number;
      readonly bound: number;
    };

export interface Answer {
  /** The port to connect to; absent where the program should connect to the address that it asked for. */
  readonly port?: number;
  /** The host to connect to; by default 127.0.0.1. */
  readonly host?: string;
}

/** Names of the environment variables with the tap's port and with the program's role in the scenario. */
export const TAP_PORT = "WIRE_AND_LOG_TAP";
export const PROGRAM = "WIRE_AND_LOG_PROGRAM";
/**
 * Name of the variable with the ports at which servers listen instead of their own, since a proxy was told so before they
 * start: `50051=23456,50052=23457`.
 */
export const PORTS = "WIRE_AND_LOG_PORTS";
/** Name of the variable with the brokers' address, for a client that does not connect in JavaScript. */
export const BOOTSTRAP = "WIRE_AND_LOG_BOOTSTRAP";
