// Nothing breaks: where records come to lie.
import { readTopic } from "./wire.scenario-parts.ts";

export default readTopic("choose-a-key.ts");
