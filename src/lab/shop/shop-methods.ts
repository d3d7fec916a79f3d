import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { SAMPLES_FOLDER } from "../../check/index.ts";
import {
  type GrpcMethods,
  nameMethods,
  type ServiceDefinition,
} from "../tap/http2/grpc-methods.ts";

/**
 * Reads the types of messages from the example's contract and its generated stubs. The check of the samples generates
 * the stubs, so this must be called after it.
 */
export async function readShopMethods(root: string): Promise<GrpcMethods> {
  const samples = path.join(root, SAMPLES_FOLDER);
  const stubs = pathToFileURL(path.join(samples, "gen", "shop", "v1", "orders.ts")).href;
  const { OrderServiceService, WarehouseServiceService } = (await import(stubs)) as Record<
    "OrderServiceService" | "WarehouseServiceService",
    ServiceDefinition
  >;
  const contract = readFileSync(path.join(samples, "shop", "v1", "orders.proto"), "utf8");
  return nameMethods(contract, [OrderServiceService, WarehouseServiceService]);
}
