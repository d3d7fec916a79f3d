// Killed at 500: the commit and the work change places.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  afterTheCommit,
  afterTheWork,
  beforeTheWork,
  readBy,
} from "./killed-on-the-log.scenario-parts.ts";

export default {
  ...readBy("commit-when-done.ts"),
  heldPoints: {
    "before the work": beforeTheWork,
    "after the work, before the commit": afterTheWork,
    "after the commit": afterTheCommit,
  },
  mustHold: {
    "no event is lost": ({ lost }) => lost === 0,
  },
  without: {
    file: "commit-when-done.ts",
    line: `    await work(book, event);
    await message.commit();`,
    instead: `    await message.commit();
    await work(book, event);`,
    says: "with the commit before the work",
    fails: {
      at: "after the commit",
      counts: {
        sent: 1_000,
        committed: 1_000,
        handled: 999,
        lost: 1,
        twice: 0,
      },
    },
  },
  keepWire: ["after the work, before the commit"],
  keepStrip: ["after the work, before the commit"],
} satisfies Scenario;
