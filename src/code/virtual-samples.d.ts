declare module "virtual:samples" {
  import type { Counts } from "../samples/index.ts";
  import type { ShownSample } from "./samples-module.ts";

  /** Every file below `content/samples`, sorted by path. */
  export const samples: readonly ShownSample[];
  export const counts: Counts;
}
