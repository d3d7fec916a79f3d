/**
 * `npm run bench`: measures what the engine costs, compared with a tool that does less (`src/bench`). Measures all
 * parts, or those that are named: `-- --checker`, `-- --site --pages 1000 --samples 3000 --rounds 1`,
 * `-- --dev --edits 20 --of ../another-checkout`, `-- --search --in dist`,
 * `-- --search --filler 1000`.
 */
import path from "node:path";
import { benchChecker } from "../bench/checker.ts";
import { benchDev } from "../bench/dev.ts";
import { benchSearch } from "../bench/search.ts";
import { benchSite } from "../bench/site.ts";
import { exitWithFailure } from "../report/failure.mjs";
import { readCount, readOptions } from "./read-options.ts";

const root = process.cwd();
await bench().catch(exitWithFailure);

async function bench(): Promise<void> {
  const { values } = readOptions({
    command: "npm run bench",
    options: {
      checker: { type: "boolean", default: false },
      site: { type: "boolean", default: false },
      pages: { type: "string", default: "200" },
      samples: { type: "string", default: "600" },
      rounds: { type: "string", default: "3" },
      dev: { type: "boolean", default: false },
      edits: { type: "string", default: "20" },
      of: { type: "string", default: "." },
      search: { type: "boolean", default: false },
      in: { type: "string", default: "dist" },
      filler: { type: "string" },
    },
  });
  const isAll = !values.checker && !values.site && !values.dev && !values.search;
  const size = {
    pages: readCount("pages", values.pages),
    samples: readCount("samples", values.samples),
    rounds: readCount("rounds", values.rounds),
  };
  const edits = readCount("edits", values.edits);
  if (values.checker || isAll) await benchChecker(root);
  if (values.site || isAll) await benchSite(root, size);
  if (values.dev || isAll) await benchDev(path.resolve(root, values.of), edits);
  const filler = values.filler === undefined ? 0 : readCount("filler", values.filler);
  if (values.search || isAll) await benchSearch(root, path.resolve(root, values.in), filler);
}
