// Nothing breaks: a partition moves that has been fetched.
import { readTopic } from "./wire.scenario-parts.ts";

export default readTopic("moved-partition.ts");
