// Nothing breaks: one topic of three partitions, read once.
import { readTopic } from "./wire.scenario-parts.ts";

export default readTopic("order-in-a-partition.ts");
