// Orders publishes ten events.
import { publish } from "../kafka/orders-producer.ts";
import { standardRun } from "../shop/standard-run.ts";

await publish(standardRun().slice(0, 10));
console.log("10 acknowledged");
