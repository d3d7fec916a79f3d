// Black Friday, held: 2,000 of 5,000 are handled.
import { readTopic } from "./wire.scenario-parts.ts";

export default {
  ...readTopic("slow-reader.ts"),
  story: "Black Friday",
};
