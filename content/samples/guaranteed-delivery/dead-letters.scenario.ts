// Killed at the first dead letter: is it lost, or written twice?
import type {
  Look,
  Match,
  Scenario,
} from "../../../src/lab/scenario.ts";
import {
  countHandled,
  EVENTS,
  killedWhen,
} from "./killed-at-500.scenario-parts.ts";
import {
  readBy,
  topics,
} from "./killed-on-the-log.scenario-parts.ts";

const warehouse = readBy("dead-letters.ts");
const POISON = 6;
/** "order-events-1:85 o-060 o-060.2 b3Jk…": a record. */
const RECORD = /^(\S+) \S+ \S+ \S+/;

const ALL_IN_SYNC = -1;

/** All replicas in sync have to acknowledge a dead letter. */
const isLetter: Match = ({ from, event }) =>
  from === "warehouse" &&
  event.kind === "request" &&
  event.api === "Produce" &&
  Number(event.body["Acks"]) === ALL_IN_SYNC;

const isCommit: Match = ({ event }) =>
  event.kind === "request" && event.api === "OffsetCommit";

/** What a reader of the topic finds in it, and lists. */
function lettersIn({ lines }: Look) {
  return lines("dead-letters.txt").flatMap((line) => {
    const [record, origin] = RECORD.exec(line) ?? [];
    return record === undefined || origin === undefined
      ? []
      : [{ record, origin }];
  });
}

/** What the Warehouse was given, in the same words. */
function recordsRead({ seen }: Look): ReadonlySet<string> {
  return new Set(
    seen
      .filter(({ to }) => to === "warehouse")
      .flatMap(({ event }) =>
        event.kind === "response" && event.api === "Fetch"
          ? event.records
          : [],
      )
      .map(({ topic, partition, offset, key, value, headers }) =>
        [
          `${topic}-${partition}:${offset}`,
          Buffer.from(key ?? []).toString(),
          headers["event-id"],
          value ? Buffer.from(value).toString("base64") : "none",
        ].join(" "),
      ),
  );
}

/** As many letters as the broker has acknowledged. */
function acknowledged({ seen }: Look): number {
  return seen.filter(
    ({ to, event }) =>
      to === "warehouse" &&
      event.kind === "response" &&
      event.api === "Produce",
  ).length;
}

/** A letter counts if it has what the Warehouse was given. */
function countLetters(look: Look) {
  const { sent = 0 } = warehouse.counts(look);
  const { handled } = countHandled(look);
  const letters = lettersIn(look);
  const read = recordsRead(look);
  const distinct = new Set(
    letters
      .filter(({ record }) => read.has(record))
      .map(({ origin }) => origin),
  ).size;
  return {
    sent,
    handled,
    letters: letters.length,
    distinct,
    lost: EVENTS - handled - distinct,
  };
}

export default {
  ...warehouse,
  story: "Killed at the first dead letter",
  topics: [
    ...topics,
    { name: "order-events-dead", partitions: 3 },
  ],
  programs: {
    list: {
      file: "list-dead-letters.ts",
      ready: "Dead letters: ready",
    },
    warehouse: warehouse.programs.warehouse,
    orders: { file: "publish-with-poison.ts" },
  },
  over: (look) =>
    warehouse.over(look) &&
    lettersIn(look).length >= acknowledged(look),
  counts: countLetters,
  heldPoints: {
    nothing: {},
    "before the dead letter": killedWhen({ hold: isLetter }),
    "after the dead letter, before the commit": killedWhen({
      hold: (now, before) =>
        isCommit(now) && before.some(isLetter),
    }),
  },
  mustHold: {
    "every event is handled, or is a dead letter": ({ lost }) =>
      lost === 0,
    "only poison is a dead letter": ({ handled, distinct }) =>
      distinct === POISON && handled === EVENTS - POISON,
  },
  without: {
    file: "dead-letters.ts",
    line: `    if (reason) await deadLetters.write(message, reason);
    await message.commit();`,
    instead: `    await message.commit();
    if (reason) await deadLetters.write(message, reason);`,
    says: "with the commit before the dead letter",
    fails: {
      at: "before the dead letter",
      counts: {
        sent: 1_000,
        handled: 994,
        letters: 5,
        distinct: 5,
        lost: 1,
      },
    },
  },
} satisfies Scenario;
