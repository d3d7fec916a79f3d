// Killed around the commit of the batch that has order 137.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  killedAt,
  mustHold,
  packedBy,
} from "./packed-in-transactions.scenario-parts.ts";

export default {
  ...packedBy("pack-in-transactions.ts"),
  heldPoints: {
    nothing: {},
    "after the parcels, before the offsets": killedAt(
      "TxnOffsetCommit",
      "request",
    ),
    "between the offsets of two partitions": killedAt(
      "TxnOffsetCommit",
      "request",
      2,
    ),
    "before the commit": killedAt("EndTxn", "request"),
    "after the commit": killedAt("EndTxn", "response"),
  },
  mustHold,
  without: {
    file: "pack-in-transactions.ts",
    line: `    await transaction.addConsumer(stream.consumer);
    for (const last of lastOfEach(batch)) {
      await transaction.addOffset(last);
    }
    await transaction.commit();`,
    instead: `    await transaction.commit();
    for (const last of lastOfEach(batch)) await last.commit();`,
    says: "with the offsets committed after the transaction",
    fails: {
      at: "after the commit",
      counts: {
        parcels: 373,
        lost: 0,
        twice: 123,
        "seen uncommitted": 373,
      },
    },
  },
} satisfies Scenario;
