import { Failure } from "../../report/failure.mjs";
import type { Proxy } from "../scenario.ts";

/** The address at which every proxy of a scenario listens, and which its clients find in `GRPC_ADDRESS`. */
export const PROXY_PORT = 8080;
export const PROXY_ADDRESS = `127.0.0.1:${PROXY_PORT}`;

/** Matches a port of this machine: `127.0.0.1:8080`, and Envoy's `address: 127.0.0.1, port_value: 8080`. */
const PORT = /(?<=127\.0\.0\.1(?::|,?\s+port_value: ))\d+/g;

/** Lists the ports of a configuration, each once: where the proxy listens, and where its backends do. */
export function listPorts(text: string): readonly number[] {
  return [...new Set([...text.matchAll(PORT)].map(([port]) => Number(port)))];
}

/** Writes other ports into a configuration, and changes nothing else. */
export function fillPorts(text: string, ports: ReadonlyMap<number, number>): string {
  return text.replace(PORT, (port) => String(ports.get(Number(port)) ?? port));
}

/** Returns the files of a proxy's configuration, the one that it is started with first. */
export function filesOf({ config, with: others = [] }: Proxy): readonly string[] {
  return [config, ...others];
}

/** File of a configuration → its text. */
export type ConfigTexts = ReadonlyMap<string, string>;

/**
 * Replaces pieces of a configuration, so that a run need not wait for a time-out of an hour. Lines stay where they are,
 * since the proxy names them in its errors.
 *
 * @throws Failure "bad-scenario" for a piece that no file of the configuration has
 */
export function replacePieces(
  texts: ConfigTexts,
  instead: Readonly<Record<string, string>>,
): ConfigTexts {
  return Object.entries(instead).reduce((before, [piece, other]) => {
    const has = (text: string): boolean => piece !== "" && text.includes(piece);
    if ([...before.values()].some(has)) {
      const replaced = [...before].map(
        ([file, text]) => [file, has(text) ? text.replaceAll(piece, () => other) : text] as const,
      );
      return new Map(replaced);
    }
    throw new Failure(
      "bad-scenario",
      `${[...texts.keys()].join(", ")} has no "${piece}", which the scenario replaces.\n  Quote a piece of the file as it stands there.`,
    );
  }, texts);
}

/** Returns the line of a configuration that a refusal names, by the file's path; 1 where it names none. */
export function findLine(refusal: string, file: string): number {
  const at = refusal.split(file)[1] ?? "";
  return Number(/^['"]?(?::|, line |\D{0,40}line )(\d+)/.exec(at)?.[1] ?? 1);
}
