// Nothing breaks: a handler that waits, and one that computes.
import { readTopic } from "./wire.scenario-parts.ts";

export default readTopic("long-handler.ts");
