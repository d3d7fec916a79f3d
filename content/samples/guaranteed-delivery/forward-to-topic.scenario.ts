// Swallowed acks: the Intake dies before it publishes.
import type { Scenario } from "../../../src/lab/scenario.ts";
import original from "./six-acknowledgements.scenario.ts";

const AT = "the Intake dies before it publishes";
const { heldPoints } = original;

export default {
  ...original,
  heldPoints: { nothing: {}, [AT]: heldPoints[AT] },
  without: {
    file: "forward-to-topic.ts",
    line: `      await producer.send({ messages: [recordOf(event)] });
      yield { cursor };`,
    instead: `      yield { cursor };
      await producer.send({ messages: [recordOf(event)] });`,
    says: "with the two lines exchanged",
    fails: {
      at: AT,
      counts: {
        callbacks: 1,
        acknowledged: 1,
        OK: 0,
        records: 0,
        handled: 0,
        committed: 0,
      },
    },
  },
  keepWire: [],
} satisfies Scenario;
