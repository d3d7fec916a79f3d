// The same by Confluent's client, whose batches are smaller, and
// each of one partition.
import type { Scenario } from "../../../src/lab/scenario.ts";
import original from "./pack-in-transactions.scenario.ts";
import { killedAt } from "./packed-in-transactions.scenario-parts.ts";

const { without: _, programs, ...rest } = original;
const file = "pack-in-transactions.confluent.ts";

export default {
  ...rest,
  programs: {
    ...programs,
    warehouse: {
      ...programs.warehouse,
      arguments: ["warehouse-0", file],
      throughTap: true,
    },
  },
  heldPoints: {
    nothing: {},
    "after the parcels, before the offsets": killedAt(
      "TxnOffsetCommit",
      "request",
    ),
    "before the commit": killedAt("EndTxn", "request"),
    "after the commit": killedAt("EndTxn", "response"),
  },
  without: {
    file,
    line: `    await transaction.sendOffsets({
      // The broker refuses who is no longer of the group.
      consumer: warehouse,
      topics: [
        { topic, partitions: [{ partition, offset: next }] },
      ],
    });
    await transaction.commit();`,
    instead: `    await transaction.commit();
    await warehouse.commitOffsets([
      { topic, partition, offset: next },
    ]);`,
    says: "with the offset committed after the transaction",
    fails: {
      at: "after the commit",
      counts: {
        parcels: 258,
        lost: 0,
        twice: 8,
        "seen uncommitted": 258,
      },
    },
  },
  keepWire: ["before the commit"],
} satisfies Scenario;
