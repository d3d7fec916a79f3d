declare module "virtual:samples" {
  // An ambient module may not import by relative path; a type may.
  type Exports = import("./samples-module.ts").VirtualSamples;
  export const samples: Exports["samples"];
  export const counts: Exports["counts"];
  export const tools: Exports["tools"];
}
