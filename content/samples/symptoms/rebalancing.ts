// What kafkajs says when a second member joins its group.
// Run: node rebalancing.ts
import { type Consumer, Kafka, logLevel } from "kafkajs";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

/** A member, and what its client logs of the group. */
function open(name: string): Consumer {
  const shop = new Kafka({
    clientId: name,
    brokers: KAFKA_BROKERS.split(","),
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => {
      const { message, groupId, error } = entry.log;
      // An error: a broker that has just started; tried again.
      if (entry.level === logLevel.ERROR) return;
      if (groupId === undefined) return;
      console.log(`${name}: ${message}`);
      console.log(`  ${String(error)}`);
    },
  });
  return shop.consumer({
    groupId: "warehouse",
    // A heartbeat is sent between two fetches.
    maxWaitTimeInMs: 500,
    heartbeatInterval: 500,
  });
}

/** The id under which it has joined, once it has. */
function joined(member: Consumer): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const remove = member.on(
    member.events.GROUP_JOIN,
    ({ payload }) => {
      remove();
      resolve(payload.memberId);
    },
  );
  return promise;
}

async function run(member: Consumer): Promise<void> {
  await member.connect();
  await member.subscribe({ topics: ["order-events"] });
  await member.run({ eachMessage: async () => undefined });
}

const first = open("the first");
const second = open("the second");
const before = joined(first);
await run(first);
const id = await before;
const after = joined(first);
await run(second);
const isTheSame = (await after) === id;
console.log(`joined again, the same member: ${isTheSame}`);
await Promise.all([first.disconnect(), second.disconnect()]);
