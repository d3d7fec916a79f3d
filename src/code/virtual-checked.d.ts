// Types are imported inline, since an ambient module cannot have import statements with relative paths.
declare module "virtual:checked/pages" {
  type Exports = import("./checked-module.ts").CheckedModules["pages"];
  export const sections: Exports["sections"];
  export const pages: Exports["pages"];
}

declare module "virtual:checked/samples" {
  type Exports = import("./checked-module.ts").CheckedModules["samples"];
  export const samples: Exports["samples"];
  export const tools: Exports["tools"];
}

declare module "virtual:checked/counts" {
  export const counts: import("./checked-module.ts").CheckedModules["counts"]["counts"];
}

declare module "virtual:checked/facts" {
  type Exports = import("./checked-module.ts").CheckedModules["facts"];
  export const facts: Exports["facts"];
  export const homes: Exports["homes"];
}

declare module "virtual:checked/markdown" {
  export const pages: import("./checked-module.ts").CheckedModules["markdown"]["pages"];
}

declare module "virtual:checked/receipts" {
  type Exports = import("./checked-module.ts").CheckedModules["receipts"];
  export const receipts: Exports["receipts"];
  export const files: Exports["files"];
}
