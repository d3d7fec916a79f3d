/**
 * `npm run bench`: what checking costs. The checker against bare `tsc` on the same generated samples, in one run and in
 * turn, so that a slow moment of the machine falls on both; then a build of this site, and how much of it is checking.
 */
import { execFileSync } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { checkSite } from "../check/index.ts";
import { CHECK_MEASURE } from "../integration.ts";
import { buildSite } from "./build-site.ts";

const root = process.cwd();
const SIZES = [
  { samples: 60, rounds: 5 },
  { samples: 1000, rounds: 3 },
  { samples: 10_000, rounds: 2 },
] as const;
const FILES_PER_FOLDER = 100;
const tsc = path.join(
  path.dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
  "bin",
  "tsc",
);

console.log("samples  rounds  tsc ms  checker ms  checker/tsc  with lint ms");
for (const { samples, rounds } of SIZES) {
  const folder = path.join(root, ".cache", "bench", String(samples));
  await layOut(folder, samples);
  const bare: number[] = [];
  const checker: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(
      await time(() =>
        execFileSync(process.execPath, [tsc, "-p", "content/samples/tsconfig.json"], {
          cwd: folder,
        }),
      ),
    );
    checker.push(await time(() => expectClean(checkSite(folder, { lint: false }))));
  }
  const linted = await time(() => expectClean(checkSite(folder, { lint: true })));
  const ratios = checker.map((ms, round) => ms / (bare[round] ?? Number.NaN));
  console.log(
    [
      samples,
      rounds,
      ms(median(bare)),
      ms(median(checker)),
      median(ratios).toFixed(2),
      ms(linted),
    ].join("\t"),
  );
  await rm(folder, { recursive: true, force: true });
}

const total = await time(() => buildSite(root, path.join(root, ".cache", "bench", "site")));
const checking = performance
  .getEntriesByName(CHECK_MEASURE)
  .reduce((sum, entry) => sum + entry.duration, 0);
console.log(
  `\nbuild of this site: ${ms(total)} ms with checking, ${ms(total - checking)} ms without`,
);
await rm(path.join(root, ".cache", "bench"), { recursive: true, force: true });

/** Samples of the size and kind of the site's own: a program that serves a call, with a region, a type and a neighbour. */
async function layOut(folder: string, samples: number): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, "content", "docs"), { recursive: true });
  await mkdir(path.join(folder, "content", "samples"), { recursive: true });
  const options = await readFile(path.join(root, "content", "samples", "tsconfig.json"), "utf8");
  await writeFile(path.join(folder, "content", "samples", "tsconfig.json"), options);
  for (let number = 0; number < samples; number++) {
    const section = path.join(
      folder,
      "content",
      "samples",
      `section-${Math.floor(number / FILES_PER_FOLDER)}`,
    );
    await mkdir(section, { recursive: true });
    await writeFile(path.join(section, `sample-${number}.ts`), sampleText(number));
  }
}

function sampleText(number: number): string {
  const neighbour =
    number % FILES_PER_FOLDER === 0
      ? ""
      : `import { DEADLINE_MS as BEFORE_MS } from "./sample-${number - 1}.ts";\n`;
  return `// Serves call ${number}.
import { Server, status, type ServerUnaryCall, type sendUnaryData } from "@grpc/grpc-js";
${neighbour}
export const DEADLINE_MS = ${number + 1}${neighbour === "" ? "" : " + BEFORE_MS"};

interface Order${number} {
  readonly orderId: string;
  readonly cursor: number;
}

// #region handler
export function placeOrder(
  call: ServerUnaryCall<Order${number}, Order${number}>,
  done: sendUnaryData<Order${number}>,
): void {
  const { orderId, cursor } = call.request;
  if (orderId === "") {
    done({ code: status.INVALID_ARGUMENT, details: "no order" });
    return;
  }
  done(null, { orderId, cursor: cursor + DEADLINE_MS });
}
// #endregion handler

export function start(): Server {
  const server = new Server();
  setTimeout(() => server.forceShutdown(), DEADLINE_MS);
  return server;
}
`;
}

async function expectClean(checking: ReturnType<typeof checkSite>): Promise<void> {
  const { issues } = await checking;
  if (issues.length > 0)
    throw new Error(`The generated samples are wrong: ${JSON.stringify(issues[0])}`);
}

async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function ms(value: number): string {
  return value.toFixed(0);
}
