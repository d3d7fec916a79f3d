// Killed at 500, with the work in PostgreSQL.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";
import { EVENTS } from "./killed-at-500.scenario-parts.ts";
import {
  afterTheCommit,
  afterTheWork,
  readBy,
} from "./killed-on-the-log.scenario-parts.ts";

const warehouse = readBy("work-in-postgres.ts");
const ROWS = `select event_id, count(*) as rows from work
  group by event_id`;

/** As in the other runs, but for the rows: they are here. */
function countRows(look: Look) {
  const { sent = 0, committed = 0 } = warehouse.counts(look);
  const rows = look
    .rows("postgres", ROWS)
    .map((row) => Number(row["rows"]));
  return {
    sent,
    committed,
    handled: rows.length,
    lost: EVENTS - rows.length,
    twice: rows.filter((count) => count > 1).length,
  };
}

export default {
  ...warehouse,
  database: "postgres",
  counts: countRows,
  heldPoints: {
    "after the transaction, before the commit": afterTheWork,
    "after the commit": afterTheCommit,
  },
  mustHold: {
    "no event is lost": ({ lost }) => lost === 0,
    "no work is done twice": ({ twice }) => twice === 0,
  },
  without: {
    file: "work-in-postgres.ts",
    line: "    if (mark.rowCount === 0) return; // handled already",
    says: "without the key",
    fails: {
      at: "after the transaction, before the commit",
      counts: {
        sent: 1_000,
        committed: 1_000,
        handled: 1_000,
        lost: 0,
        twice: 1,
      },
    },
  },
} satisfies Scenario;
