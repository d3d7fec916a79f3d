import { findBrokerSource, type BrokerSource } from "../../lab/broker/source.ts";
import { findJavaSource, type JavaSource } from "../../lab/java/source.ts";
import { installJava } from "../../install/install-java.ts";

/** Brokers as this machine has them; in CI, Java is installed where it is missing. */
export async function findBrokers(): Promise<BrokerSource> {
  const source = await findBrokerSource();
  if (source.kind !== "none" || !installJava(process.env)) return source;
  return findBrokerSource();
}

/** The same for programs in Java. @param isTested whether Java's tests are run too */
export async function findJavas(isTested: boolean): Promise<JavaSource> {
  const source = await findJavaSource(isTested);
  if (source.kind !== "none" || !installJava(process.env)) return source;
  return findJavaSource(isTested);
}
