// A page opens streams over HTTP/1.1 until the next one waits.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "streams to one host from one page",
  programs: {
    server: {
      file: "six-connections.ts",
      ready: "open http://localhost:3000",
    },
    browser: {
      file: "../browsers/web/six-connections.ts",
      opens: "http://localhost:3000/",
    },
  },
  over: ({ output }) => output("browser").includes("done"),
  heldPoints: { nothing: {} },
  counts: ({ output }) => ({
    open: Number(
      output("browser")[0]?.replace("streams open: ", ""),
    ),
  }),
  mustHold: {
    "six streams open, no more": ({ open }) => open === 6,
  },
} satisfies Scenario;
