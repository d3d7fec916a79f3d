// Nothing breaks: a group is moved back.
import { readTopic } from "./wire.scenario-parts.ts";

export default readTopic("replay.ts");
