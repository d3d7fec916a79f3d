// Nothing breaks: which acknowledgement each request asks for.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  produceRequest,
  readTopic,
} from "./wire.scenario-parts.ts";

export default {
  ...readTopic("acks.ts"),
  counts: ({ seen }) =>
    Object.fromEntries(
      seen
        .flatMap(produceRequest)
        .map(({ body, records }) => [
          new TextDecoder().decode(records[0]?.key ?? undefined),
          Number(body["Acks"]),
        ]),
    ),
} satisfies Scenario;
