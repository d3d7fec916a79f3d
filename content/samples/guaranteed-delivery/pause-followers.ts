// Makes a topic of three replicas, and pauses the followers until
// their leader is killed (Linux): node pause-followers.ts
import {
  Admin,
  ConfigResourceTypes,
  Consumer,
} from "@platformatic/kafka";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { processAt } from "./process-at.ts";
import { PAUSED, until } from "./until-paused.ts";

const {
  KAFKA_BROKERS = "localhost:9092,localhost:9093,localhost:9094",
} = process.env;
const TOPIC = "order-events";
const FIRST = 10n;
/** Longer than the leader keeps a fetch of a follower open. */
const SETTLE_MS = 1_000;
const shop = {
  clientId: "shop",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
};

/** By a port of its listeners: all brokers are on one machine. */
async function processOf(admin: Admin, broker: number) {
  const [described] = await admin.describeConfigs({
    resources: [
      {
        resourceType: ConfigResourceTypes.BROKER,
        resourceName: String(broker),
        configurationKeys: ["listeners"],
      },
    ],
  });
  const listeners = described?.configs[0]?.value ?? "";
  return processAt(Number(/:(\d+)/.exec(listeners)?.[1]));
}

/** The leader of the partition, and all its replicas. */
async function describe(admin: Admin) {
  const { topics } = await admin.metadata({
    topics: [TOPIC],
    forceUpdate: true,
  });
  const partition = topics.get(TOPIC)?.partitions[0];
  const {
    leader = -1,
    replicas = [],
    isr = [],
  } = partition ?? {};
  return { leader, replicas, isr };
}

/** The first broker leads it, and all replicas are in sync. */
async function makeTopic(admin: Admin): Promise<void> {
  await admin.createTopics({
    topics: [TOPIC],
    assignments: [{ partition: 0, brokers: [1, 2, 3] }],
    configs: [{ name: "min.insync.replicas", value: "2" }],
  });
  await until(async () => {
    const { isr, replicas } = await describe(admin);
    return isr.length > 0 && isr.length === replicas.length;
  });
}

async function untilFirstAreWritten(): Promise<void> {
  const reader = new Consumer({ ...shop, groupId: "shop" });
  await until(async () => {
    const ends = await reader.listOffsets({ topics: [TOPIC] });
    return ends.get(TOPIC)?.[0] === FIRST;
  });
  await reader.close();
}

const admin = new Admin(shop);
await makeTopic(admin);
const before = await describe(admin);
const followers: number[] = [];
for (const id of before.replicas) {
  if (id === before.leader) continue;
  followers.push(await processOf(admin, id));
}
const leader = await processOf(admin, before.leader);
await admin.close();
const signalAll = (name: NodeJS.Signals) => {
  for (const it of followers) process.kill(it, name);
};

console.log("Pause: ready");
await untilFirstAreWritten();
// Whatever happens here, no broker stays paused.
process.once("exit", () => signalAll("SIGCONT"));
process.once("SIGTERM", () => process.exit());
signalAll("SIGSTOP");
await sleep(SETTLE_MS);
writeFileSync(PAUSED, "");
await until(() => !existsSync(`/proc/${leader}`));
signalAll("SIGCONT");
const later = new Admin(shop);
await until(async () => {
  const now = await describe(later).catch(() => before);
  return now.leader !== before.leader && now.leader >= 0;
});
rmSync(PAUSED);
await later.close();
console.log("another broker leads");
