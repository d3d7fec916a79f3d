// Orders publishes while replicas pause and their leader dies.
// Run: node publish-to-replicas.ts
import { standardRun } from "../shop/standard-run.ts";
import { orders, publish } from "./replicated-producer.ts";
import { untilOver, untilPaused } from "./until-paused.ts";

const FIRST = 10;
const ALL = 20;

try {
  const events = standardRun().slice(0, ALL);
  for (const [index, event] of events.entries()) {
    if (index === FIRST) await untilPaused();
    await publish(event);
    console.log(`${event.eventId}: acknowledged`);
  }
  await untilOver();
  console.log("Orders: every send has ended");
} finally {
  await orders.close();
}
