import { execFileSync } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { checkSite } from "../check/index.ts";
import { folderOfSample, sampleText } from "./generate.ts";
import { median, time } from "./measure.ts";

const SIZES = [
  { samples: 60, rounds: 5 },
  { samples: 1000, rounds: 3 },
  { samples: 10_000, rounds: 2 },
] as const;

/** Measures the checker against bare `tsc`, both on the same samples and both without a cache. */
export async function benchChecker(root: string): Promise<void> {
  console.log("samples\trounds\ttsc ms\tchecker ms\tchecker/tsc\twith lint ms");
  for (const { samples, rounds } of SIZES) {
    const folder = path.join(root, ".cache", "bench", String(samples));
    const bare: number[] = [];
    const checker: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await layOut(root, folder, samples);
      bare.push(await time(() => runTsc(folder)));
      checker.push(await time(() => expectClean(checkSite(folder, { lint: false }))));
    }
    await layOut(root, folder, samples);
    const linted = await time(() => expectClean(checkSite(folder, { lint: true })));
    const ratios = checker.map((ms, round) => ms / (bare[round] ?? Number.NaN));
    const figures = [median(bare).toFixed(), median(checker).toFixed(), median(ratios).toFixed(2)];
    console.log([samples, rounds, ...figures, linted.toFixed()].join("\t"));
    await rm(folder, { recursive: true, force: true });
  }
}

function runTsc(folder: string): void {
  const tsc = path.join(
    path.dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
    "bin",
    "tsc",
  );
  execFileSync(process.execPath, [tsc, "-p", "content/samples/tsconfig.json"], { cwd: folder });
}

async function layOut(root: string, folder: string, samples: number): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, "content", "docs"), { recursive: true });
  await mkdir(path.join(folder, "content", "samples"), { recursive: true });
  const options = await readFile(path.join(root, "content", "samples", "tsconfig.json"), "utf8");
  await writeFile(path.join(folder, "content", "samples", "tsconfig.json"), options);
  await writeSamples(folder, samples);
}

/** Writes numbered samples below a site's `content/samples`. */
export async function writeSamples(root: string, samples: number): Promise<void> {
  for (let number = 0; number < samples; number++) {
    const section = path.join(root, "content", "samples", folderOfSample(number));
    await mkdir(section, { recursive: true });
    await writeFile(path.join(section, `sample-${number}.ts`), sampleText(number));
  }
}

async function expectClean(checking: ReturnType<typeof checkSite>): Promise<void> {
  const { issues } = await checking;
  if (issues.length > 0)
    throw new Error(`The generated samples are wrong: ${JSON.stringify(issues[0])}`);
}
