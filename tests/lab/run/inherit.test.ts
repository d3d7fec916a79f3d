import { expect, test } from "vitest";
import { inheritEnvironment } from "../../../src/lab/run/inherit.ts";

test("programs of a run get no address and no option of the user's own", () => {
  const env = {
    PATH: "/bin",
    KAFKA_BROKERS: "kafka:9092",
    GRPC_ADDRESS: "orders:443",
    DATABASE_URL: "postgres://shop",
    WAREHOUSE: "warehouse-7",
    NODE_OPTIONS: "--inspect",
    JAVA_TOOL_OPTIONS: "-Xmx1g",
    JDK_JAVA_OPTIONS: "-Xmx1g",
  };
  expect(inheritEnvironment(env)).toEqual({ PATH: "/bin" });
});
