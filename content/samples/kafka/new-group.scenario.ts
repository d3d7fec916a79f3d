// Nothing breaks: the newcomer reads a topic that has 1,000.
import { readTopic } from "./wire.scenario-parts.ts";

export default {
  ...readTopic("new-group.ts"),
  story: "The newcomer",
};
