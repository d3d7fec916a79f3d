// Orders publishes 1,000 events in one call, before anyone reads.
import { publish } from "../kafka/orders-producer.ts";
import { standardRun } from "../shop/standard-run.ts";

const events = standardRun();
await publish(events);
console.log(`${events.length} acknowledged`);
