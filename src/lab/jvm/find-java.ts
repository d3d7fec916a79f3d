import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const OLDEST_JAVA = 17;
const ANSWER_LIMIT_MS = 20_000;

export interface Java {
  readonly command: string;
  /** `17.0.15` */
  readonly version: string;
  readonly major: number;
  /** The whole output of `java -version`. Two builds of Java cannot share an archive of classes. */
  readonly build: string;
}

export interface Maven {
  readonly command: string;
  /** `3.8.7` */
  readonly version: string;
}

/** What was looked for, or the reason why it was not found, in words for the user. */
export type Search<Found> =
  { readonly found: Found } | { readonly found?: never; readonly why: string };

/** Looks for a Java of at least version 17: in `JAVA_HOME`, then in each folder of `PATH`. */
export function findJava(env: NodeJS.ProcessEnv = process.env): Search<Java> {
  const home = env["JAVA_HOME"];
  const places = [...(home ? [join(home, "bin")] : []), ...listPath(env)];
  const passedOver: string[] = [];
  for (const command of places.map((place) => join(place, "java")).filter(existsSync)) {
    const java = askJava(command, env);
    if (java !== undefined && java.major >= OLDEST_JAVA) return { found: java };
    passedOver.push(
      java === undefined ? `"${command}" does not start` : `"${command}" is Java ${java.version}`,
    );
  }
  if (passedOver.length === 0) return { why: "no Java in JAVA_HOME or on PATH" };
  return { why: `${passedOver.join(", ")}; Java ${OLDEST_JAVA} or newer is needed` };
}

/** Looks for Maven on `PATH`. This is slow, since it starts Java: call it only before a download. */
export function findMaven(env: NodeJS.ProcessEnv = process.env): Search<Maven> {
  const command = listPath(env)
    .map((place) => join(place, "mvn"))
    .find(existsSync);
  if (command === undefined) return { why: "no Maven on PATH" };
  const version = /Apache Maven (\S+)/.exec(ask(command, ["-B", "--version"], env) ?? "")?.[1];
  if (version === undefined) return { why: `"${command}" does not start` };
  return { found: { command, version } };
}

function askJava(command: string, env: NodeJS.ProcessEnv): Java | undefined {
  const build = ask(command, ["-version"], env);
  const [, version, first, second] = /version "((\d+)(?:\.(\d+))?[^"]*)"/.exec(build ?? "") ?? [];
  if (build === undefined || version === undefined) return undefined;
  // Until Java 8, versions began with 1: "1.8.0_452".
  return { command, version, major: Number(first === "1" ? second : first), build };
}

/** Returns what a command prints on both streams; `undefined` when it fails, as the stub `java` of macOS does. */
function ask(
  command: string,
  options: readonly string[],
  env: NodeJS.ProcessEnv,
): string | undefined {
  const answer = spawnSync(command, options, { env, encoding: "utf8", timeout: ANSWER_LIMIT_MS });
  return answer.status === 0 ? `${answer.stdout}${answer.stderr}`.trim() : undefined;
}

function listPath(env: NodeJS.ProcessEnv): string[] {
  return (env["PATH"] ?? "").split(delimiter).filter(Boolean);
}
