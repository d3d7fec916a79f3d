// Eight calls from a page: two transports, four kinds.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "the kinds of call that a page can make",
  programs: {
    orders: {
      file: "kinds-of-call.ts",
      ready: "open http://localhost:3000",
    },
    browser: {
      file: "../browsers/web/kinds-of-call.ts",
      opens: "http://localhost:3000/",
    },
  },
  over: ({ output }) => output("browser").includes("done"),
  heldPoints: { nothing: {} },
  counts: ({ output }) => ({
    made: output("browser").filter((it) => it.includes(": "))
      .length,
    "arrived at the server": output("orders").filter((it) =>
      it.startsWith("POST "),
    ).length,
    "of the many-message kinds": output("orders").filter((it) =>
      /uploadScans|fulfilOrders/i.test(it),
    ).length,
  }),
  mustHold: {
    "one message and its answers arrive": (counts) =>
      counts["arrived at the server"] === 4,
    "no call with many messages leaves the page": (counts) =>
      counts["of the many-message kinds"] === 0,
  },
} satisfies Scenario;
