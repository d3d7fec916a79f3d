declare module "virtual:samples" {
  // An ambient module may not import by relative path; a type may.
  /** Every file below `content/samples`, sorted by path. */
  export const samples: readonly import("./samples-module.ts").ShownSample[];
  export const counts: import("../samples/index.ts").Counts;
}
