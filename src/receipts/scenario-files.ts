import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const SCENARIO = ".scenario.ts";
/** Matches relative specifiers after `from` or `import(`. */
const RELATIVE_IMPORT = /\b(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g;
/** Matches a file name between quotes: a program of the scenario, or the file with the line to take out. */
const NAMED_FILE = /"((?:\.{1,2}\/)?[\w./-]+\.\w+)"/g;

/** Matches the release of Kafka that a scenario asks for. */
const KAFKA_RELEASE = /\bkafka:\s*"(\d+\.\d+\.\d+)"/;

/** Whether a file (path below `content/samples`) is part of a scenario, and therefore no sample. */
export function isScenarioFile(file: string): boolean {
  return /\.scenario(?:-parts)?\.ts$/.test(file);
}

/** Returns the path of the scenario of a sample, below `content/samples`; the file need not exist. */
export function scenarioOf(sample: string): string {
  return sample.replace(/\.(?:ts|java)$/, SCENARIO);
}

/** Returns the paths that the sample of a scenario may have; none for a file that is no scenario. */
export function samplesOfScenario(scenario: string): readonly string[] {
  if (!scenario.endsWith(SCENARIO)) return [];
  const name = scenario.slice(0, -SCENARIO.length);
  return [`${name}.ts`, `${name}.java`];
}

/**
 * Reads a sample's scenario: its own file and the files that it imports (path below `folder` → text), and the samples
 * that any of them imports or names, and the release of Kafka that it asks for. Finds them by regular expressions: one too many costs a needless run, while one
 * too few would let a stale receipt look fresh.
 *
 * @param folder absolute path of `content/samples`
 * @param isSample whether there is a sample at a path below `folder`
 */
export function readScenario(
  folder: string,
  sample: string,
  isSample: (file: string) => boolean,
): {
  readonly files: ReadonlyMap<string, string>;
  readonly samples: ReadonlySet<string>;
  readonly kafka: string | undefined;
} {
  const files = new Map<string, string>();
  const samples = new Set<string>();
  const scenario = scenarioOf(sample);
  const queue = existsSync(path.join(folder, scenario)) ? [scenario] : [];
  for (const file of queue) {
    const text = readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n");
    files.set(file, text);
    for (const [, target = ""] of text.matchAll(RELATIVE_IMPORT)) {
      const imported = path.posix.join(path.posix.dirname(file), target);
      if (imported.startsWith("../") || isSample(imported)) continue;
      if (!queue.includes(imported) && existsSync(path.join(folder, imported)))
        queue.push(imported);
    }
    for (const [, name = ""] of text.matchAll(NAMED_FILE)) {
      for (const from of [file, scenario]) {
        const named = path.posix.join(path.posix.dirname(from), name);
        if (isSample(named)) samples.add(named);
      }
    }
  }
  const releases = [...files.values()].flatMap((text) => KAFKA_RELEASE.exec(text)?.[1] ?? []);
  return { files, samples, kafka: releases[0] };
}
