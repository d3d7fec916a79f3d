// Nothing breaks: Black Friday, read in two parts.
import { readTopic } from "./wire.scenario-parts.ts";

export default {
  ...readTopic("lag.ts"),
  story: "Black Friday",
};
