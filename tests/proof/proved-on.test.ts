import path from "node:path";
import { expect, test } from "vitest";
import { clientVersions } from "../../src/proof/proved-on.ts";
import { NATIVE_PACKAGE } from "../../src/samples/clients.ts";

const root = path.join(import.meta.dirname, "..", "..");

test("a proof names the native client only when its runs were made", () => {
  const others = clientVersions(root, false);
  expect(Object.keys(others)).toEqual(["grpc-js", "@platformatic/kafka", "kafkajs"]);
  expect(clientVersions(root, true)).toEqual({
    ...others,
    [NATIVE_PACKAGE]: expect.stringMatching(/^\d+\./),
  });
});
