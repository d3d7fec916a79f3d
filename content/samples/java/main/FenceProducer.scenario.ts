// Nothing breaks: a second producer takes the first one's id.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import { sameId } from "../../clients/same-id.scenario-parts.ts";

const { programs, ...rest } = sameId("FenceProducer.java");

export default {
  ...rest,
  programs: {
    orders: {
      ...programs.orders,
      file: "../../clients/take-a-number.ts",
    },
    warehouse: programs.warehouse,
  },
  mustHold: {},
} satisfies Scenario;
