import { readFileSync } from "node:fs";
import path from "node:path";
import {
  OrderServiceService,
  WarehouseServiceService,
} from "../../content/samples/gen/shop/v1/orders.ts";
import { SAMPLES_FOLDER } from "../samples/index.ts";
import { type GrpcMethods, nameMethods } from "./tap/grpc-methods.ts";

let methods: GrpcMethods | undefined;

/** The example's contract, by which the tap reads messages. */
export function shopMethods(root: string): GrpcMethods {
  methods ??= nameMethods(
    readFileSync(path.join(root, SAMPLES_FOLDER, "shop", "v1", "orders.proto"), "utf8"),
    [OrderServiceService, WarehouseServiceService],
  );
  return methods;
}
