// `npm run dev`: the live site on http://localhost:4321 (or PORT), reloading what changes.
import { dev } from "astro";
import { exitOnSignals } from "./exit-on-signals.ts";
import { Failure, exitWithFailure } from "../report/failure.mjs";
import { explainError } from "./explain-error.ts";
import { readOptions } from "./read-options.ts";
import { readAddress, refuseTakenPort } from "../serve/address.ts";

exitOnSignals(0);
try {
  readOptions({ command: "npm run dev", options: {} });
  const address = readAddress(process.env, "npm run dev");
  await refuseTakenPort(address, "npm run dev");
  await dev({
    root: process.cwd(),
    server: address,
    // Without it Vite would take the next free port, while the browser shows another program's pages.
    vite: { server: { strictPort: true } },
  });
} catch (error) {
  if (error instanceof Failure) exitWithFailure(error);
  console.error(explainError(error));
  process.exit(1);
}
