import path from "node:path";
import { KAFKA_VERSION } from "../receipts/inputs.ts";
import type { Receipt } from "../receipts/receipt.ts";
import { CLIENT_PACKAGES, NATIVE_PACKAGE } from "../samples/clients.ts";
import { isPage } from "./browser/pages.ts";
import type { Subject } from "./find-scenarios.ts";
import { isJava } from "./java/prepare.ts";
import { DEBEZIUM_VERSION } from "./jvm/jar-sets.ts";
import type { Program } from "./scenario.ts";
import type { ProxySource } from "./proxies/find-proxies.ts";
import { PROXY_KINDS, type ProxyKind } from "./proxies/kinds.ts";
import { kindOfProxy } from "./proxies/proxy.ts";
import type { Parts } from "./verify/find-parts.ts";

/**
 * Returns the versions of what a subject's programs ran on, for its receipt; `makeReceipt` adds the version of Kafka.
 *
 * @param packages name → version of the packages that they import
 */
export function versionsOf(
  { scenario, folder }: Subject,
  packages: ReadonlyMap<string, string>,
  {
    browser,
    database,
    java,
    native,
    proxies,
  }: Pick<Parts, "browser" | "database" | "java" | "native" | "proxies">,
): Receipt["recorded"]["versions"] {
  const started = Object.values(scenario.programs);
  const isDebezium = ({ file }: Program): boolean =>
    isJava({ file }) && path.posix.join(folder, file).startsWith("debezium/");
  const before = new Set(Object.values(scenario.proxies ?? {}).map(kindOfProxy));
  const clients = [...packages].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...(started.every(isJava) ? {} : { Node: process.versions.node }),
    ...(java.kind === "java" && started.some(isJava) ? { Java: java.java.version } : {}),
    ...(started.some((it) => isJava(it) && !isDebezium(it))
      ? { "kafka-clients": KAFKA_VERSION }
      : {}),
    ...(started.some(isDebezium) ? { Debezium: DEBEZIUM_VERSION } : {}),
    ...Object.fromEntries(
      clients.flatMap(([name, version]) => {
        const client = CLIENT_PACKAGES.get(name);
        return client === undefined ? [] : [[client.name, version]];
      }),
    ),
    ...(scenario.database !== undefined && database.kind === "postgres"
      ? { PostgreSQL: database.version }
      : {}),
    ...(browser.kind === "browser" && started.some(isPage) ? { Chromium: browser.version } : {}),
    ...versionsOfProxies(new Map([...proxies].filter(([kind]) => before.has(kind)))),
    ...(native.kind === "native" && packages.has(NATIVE_PACKAGE) ? native.versions : {}),
  };
}

/** `{ "nginx": "1.22.1" }` */
export function versionsOfProxies(
  proxies: ReadonlyMap<ProxyKind, ProxySource>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...proxies].flatMap(([kind, source]) =>
      source.kind === "proxy" ? [[PROXY_KINDS[kind].name, source.version]] : [],
    ),
  );
}
