/** What samples read from the environment. A shell may have it set for a reader's own servers. */
const READ_BY_SAMPLES = ["KAFKA_BROKERS", "GRPC_ADDRESS", "DATABASE_URL", "WAREHOUSE"];
/** Options that Node and the JVM take from the environment. The JVM prints its two to standard error. */
const OPTIONS = ["NODE_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"];

/** The environment of this process as the programs of a run get it: without addresses and options of its user. */
export function inheritEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const left = new Set([...READ_BY_SAMPLES, ...OPTIONS]);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !left.has(name)));
}
