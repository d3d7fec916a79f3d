// Who calls the edge: a token that names one warehouse.
import { createHmac, timingSafeEqual } from "node:crypto";
import { type Metadata, status } from "@grpc/grpc-js";
import { StatusError } from "../grpc/status-error.ts";

// Your identity provider signs tokens, and lets them expire.
const { EDGE_SECRET = "for the example only" } = process.env;
const WAREHOUSES = new Set(["ams", "ber", "mad"]);

/** "ams.", and a signature of "ams". */
export function tokenFor(name: string): string {
  const signature = createHmac("sha256", EDGE_SECRET)
    .update(name)
    .digest("base64url");
  return `${name}.${signature}`;
}

// #region caller
/** The warehouse whose events this caller may see. */
export function warehouseOf(metadata: Metadata): string {
  const [value = ""] = metadata.get("authorization");
  const token = String(value).replace(/^Bearer /, "");
  const name = token.slice(0, token.indexOf("."));
  if (!isSame(token, tokenFor(name))) {
    throw new StatusError(
      status.UNAUTHENTICATED,
      "no token of ours",
    );
  }
  if (WAREHOUSES.has(name)) return name;
  throw new StatusError(
    status.PERMISSION_DENIED,
    `${name} is no warehouse`,
  );
}

/** Takes as long whichever character differs. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return (
    first.length === second.length &&
    timingSafeEqual(first, second)
  );
}
// #endregion caller
