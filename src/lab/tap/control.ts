/** What a diverted program asks the tap, one line of JSON a connection; `divert.ts` asks, `tap.ts` answers. */
export type Question =
  /** Where do I find this address? */
  | { readonly ask: "dial"; readonly program: string; readonly host: string; readonly port: number }
  /** I wanted to listen at `port`, and do at `bound`. */
  | {
      readonly ask: "listen";
      readonly program: string;
      readonly port: number;
      readonly bound: number;
    };

export interface Answer {
  /** Dial this port instead; absent: dial what you meant. */
  readonly port?: number;
  /** 127.0.0.1 without this. */
  readonly host?: string;
}

/** Environment variables that a diverted program reads: the tap's port, and the program's role in the scenario. */
export const TAP_PORT = "WIRE_AND_LOG_TAP";
export const PROGRAM = "WIRE_AND_LOG_PROGRAM";
/** Where the run's brokers are, for a client whose connections are not made in JavaScript. */
export const BOOTSTRAP = "WIRE_AND_LOG_BOOTSTRAP";
