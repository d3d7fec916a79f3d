// `npm run verify [-- filter …]`: runs samples and compares the runs with their receipts.
import { availableParallelism, freemem } from "node:os";
import { checkSite, SAMPLES_FOLDER, type CheckedSite } from "../check/index.ts";
import { chooseWorkers } from "../lab/choose-workers.ts";
import { findNativeSource } from "../lab/native/native-source.ts";
import { type Guard, openGuard } from "../lab/processes/guard.ts";
import { verifySamples } from "../lab/verify.ts";
import { RECEIPT_SLUGS } from "../receipts/check-receipts.ts";
import { exitWithFailure, Failure } from "../report/failure.mjs";
import { formatIssues } from "../report/terminal.ts";
import { exitOnSignals } from "./exit-on-signals.ts";
import { readCount, readOptions } from "./read-options.ts";
import { compareFacts } from "./verify/compare-facts.ts";
import {
  findBrokers,
  findChromium,
  findDatabase,
  findJavas,
  findProxyHere,
} from "./verify/find-tools.ts";
import { keepFolders } from "./verify/keep-folders.ts";
import { printOtherKafka } from "./verify/other-kafka.ts";
import { printRun, printSummary } from "./verify/print-runs.ts";
import { writeCounts } from "./verify/verify-counts.ts";

const USAGE = {
  command: "npm run verify",
  words: "part of a sample's id, or =id …",
  options: {
    all: { type: "boolean", default: false },
    native: { type: "boolean", default: false },
    long: { type: "boolean", default: false },
    kinds: { type: "boolean", default: false },
    tenth: { type: "string" },
    update: { type: "boolean", default: false },
    repeat: { type: "string", default: "1" },
    workers: { type: "string" },
    "no-tap": { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
    kafka: { type: "string" },
    counts: { type: "string" },
  },
} as const;

exitOnSignals();
const root = process.cwd();
let guard: Guard | undefined;
try {
  process.exitCode = (await verify()) ? 0 : 1;
} catch (error) {
  guard?.close();
  exitWithFailure(error);
}
guard?.close();
// Clients that the lab has used may hold the process after everything is closed; seen once, its loop busy.
process.exit();

/** @returns whether everything agreed */
async function verify(): Promise<boolean> {
  const { values, positionals } = readOptions(USAGE);
  const options = {
    filters: positionals,
    isAll: values.all,
    isNative: values.native,
    isLong: values.long,
    isOneOfEachKind: values.kinds,
    ...(values.tenth === undefined ? {} : { tenth: readTenth(values.tenth) }),
    isUpdate: values.update,
    repeat: readCount("repeat", values.repeat),
    isTapped: !values["no-tap"],
    workers:
      values.workers === undefined
        ? chooseWorkers(availableParallelism(), freemem())
        : readCount("workers", values.workers),
  };
  if (values.kafka !== undefined && values.update) {
    throw new Failure(
      "bad-option",
      "--kafka records nothing, so it does not go with --update.\n  Type: npm run verify -- --kafka 3.9.1",
    );
  }
  const site = await checkSamples();
  guard = openGuard();
  const tools = { root, guard };
  if (values.kafka !== undefined)
    return printOtherKafka(values.kafka, positionals, site.samples, tools);

  const startedAt = performance.now();
  const verification = await verifySamples(
    root,
    site.samples,
    options,
    {
      guard: values.keep ? keepFolders(guard) : guard,
      source: findBrokers,
      browser: findChromium,
      database: findDatabase,
      proxy: findProxyHere,
      java: findJavas,
      native: () => findNativeSource(root, tools.guard),
    },
    printRun,
  );
  const isAgreed = printSummary(verification, {
    ...options,
    samples: site.samples,
    seconds: (performance.now() - startedAt) / 1_000,
  });
  const areFactsTrue = await compareFacts(root, site, verification);
  if (values.counts !== undefined) writeCounts(values.counts, verification);
  return isAgreed && areFactsTrue;
}

/**
 * Checks the samples, and exits when one is wrong. Issues of receipts and of pages do not keep samples from running.
 */
async function checkSamples(): Promise<CheckedSite> {
  const site = await checkSite(root, { lint: false });
  const issues = site.issues.filter(
    ({ slug, file }) => file.startsWith(`${SAMPLES_FOLDER}/`) && !RECEIPT_SLUGS.includes(slug),
  );
  if (issues.length === 0) return site;
  console.error(formatIssues(issues));
  process.exit(1);
}

function readTenth(value: string): number {
  if (/^\d$/.test(value)) return Number(value);
  throw new Failure(
    "bad-option",
    `--tenth is "${value}". Expected 0 to 9: which tenth of all runs to make too.\n  Type: npm run verify -- --kinds --tenth 3`,
  );
}
