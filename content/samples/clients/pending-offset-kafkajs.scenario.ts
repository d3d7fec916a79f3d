// Nothing breaks: the group's next member comes early.
import { pendingOffset } from "./pending-offset.scenario-parts.ts";

export default pendingOffset({
  file: "pending-offset-kafkajs.ts",
});
