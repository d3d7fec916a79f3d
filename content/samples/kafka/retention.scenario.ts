// Nothing breaks: a topic that was given no settings.
import { readTopic } from "./wire.scenario-parts.ts";

export default readTopic("retention.ts");
