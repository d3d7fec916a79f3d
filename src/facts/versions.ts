import { readFileSync } from "node:fs";
import path from "node:path";
import { KAFKA_VERSION, NODE_MAJOR } from "../receipts/inputs.ts";
import { CLIENT_PACKAGES } from "../samples/clients.ts";

/** Name as facts and pages write it → the version in use here. Names that are missing are not in use. */
export type Versions = ReadonlyMap<string, string>;

/** The versions that samples run on, from `package.json` and `src/receipts/inputs.ts`. */
export function readVersions(root: string): Versions {
  const { devDependencies = {} } = JSON.parse(
    readFileSync(path.join(root, "package.json"), "utf8"),
  ) as { devDependencies?: Record<string, string> };
  const packages = [...CLIENT_PACKAGES].flatMap(([key, { name }]): [string, string][] => {
    const version = devDependencies[key];
    return version === undefined ? [] : [[name, version]];
  });
  return new Map([
    ["Kafka", KAFKA_VERSION],
    ["Apache Kafka", KAFKA_VERSION],
    ["Node", String(NODE_MAJOR)],
    ...packages,
  ]);
}

/**
 * Returns the version in use here when `holds` names another one; `4.3` counts as 4.3.1.
 *
 * @example
 * isOutdated("Kafka 4.2.0", versions) // "4.3.1"
 */
export function isOutdated(holds: string, versions: Versions): string | undefined {
  const [, name = "", version = ""] = /^(.*?) (\d[\w.]*)$/.exec(holds) ?? [];
  const runs = versions.get(name);
  if (runs === undefined || `${runs}.`.startsWith(`${version}.`)) return undefined;
  return `${version}.`.startsWith(`${runs}.`) ? undefined : runs;
}
