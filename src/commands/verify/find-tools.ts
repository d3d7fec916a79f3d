import { findBrokerSource, type BrokerSource } from "../../lab/broker/source.ts";
import { findJavaSource, type JavaSource } from "../../lab/java/source.ts";
import { type DatabaseSource, findPostgres } from "../../lab/database/find-postgres.ts";
import { findBrowser } from "../../install/browser.ts";
import { howToGetBrowser, installBrowser } from "../../install/install-browser.ts";
import { type BrowserSource, toBrowserSource } from "../../lab/browser/pages.ts";
import { isCi } from "../is-ci.ts";
import { installDebianPackages } from "../../install/install-packages.ts";
import { installProxy } from "../../install/install-proxies.ts";
import { findProxy, type ProxySource } from "../../lab/proxies/find-proxies.ts";
import type { ProxyKind } from "../../lab/proxies/kinds.ts";
import { installJava } from "../../install/install-java.ts";

/** Finds a source of brokers on this machine; in CI, Java is installed where none is found. */
export async function findBrokers(): Promise<BrokerSource> {
  const source = await findBrokerSource();
  if (source.kind !== "none" || !installJava(process.env)) return source;
  return findBrokerSource();
}

/** Finds PostgreSQL; in CI, it is installed where none is found. */
export function findDatabase(): DatabaseSource {
  const isThere = (): boolean => findPostgres().kind === "postgres";
  if (!isThere()) installDebianPackages("PostgreSQL", [["postgresql"]], isThere, process.env);
  return findPostgres();
}

/** Finds a Chromium; in CI, it is installed where none is found. */
export function findChromium(): BrowserSource {
  const found = findBrowser() ?? (isCi ? installBrowser(process.cwd(), process.env) : undefined);
  return toBrowserSource(found, howToGetBrowser());
}

/** Finds a proxy; in CI, it is installed where it is not found. */
export function findProxyHere(kind: ProxyKind): ProxySource {
  if (findProxy(kind).kind === "none") installProxy(kind, process.env);
  return findProxy(kind);
}

/** Finds what runs programs in Java, in the same way. @param isTested whether JUnit tests are run too */
export async function findJavas(isTested: boolean): Promise<JavaSource> {
  const source = await findJavaSource(isTested);
  if (source.kind !== "none" || !installJava(process.env)) return source;
  return findJavaSource(isTested);
}
