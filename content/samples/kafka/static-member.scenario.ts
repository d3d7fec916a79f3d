// Tuesday's deploy: a member comes back under its own name.
import { readTopic } from "./wire.scenario-parts.ts";

export default {
  ...readTopic("static-member.ts"),
  story: "Tuesday's deploy",
};
