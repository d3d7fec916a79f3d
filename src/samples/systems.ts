/** What a library speaks to. */
export type System = "grpc" | "kafka";

/** What the site calls the two, and colours them by. */
export type Hue = "wire" | "log";

/** The one place that says which is which. */
export const HUES: Readonly<Record<System, Hue>> = { grpc: "wire", kafka: "log" };
