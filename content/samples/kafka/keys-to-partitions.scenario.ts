// Nothing breaks: where records come to lie.
import { readTopic } from "./wire.scenario-parts.ts";

export default readTopic("keys-to-partitions.ts");
