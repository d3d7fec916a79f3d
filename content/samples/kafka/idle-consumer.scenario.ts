// Nothing breaks: four members, three partitions.
import { readTopic } from "./wire.scenario-parts.ts";

export default readTopic("idle-consumer.ts");
