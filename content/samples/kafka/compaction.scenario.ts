// Nothing breaks: the broker's cleaner does its work.
import { readTopic } from "./wire.scenario-parts.ts";

export default readTopic("compaction.ts");
