/** The two systems that client libraries speak to. */
export type System = "grpc" | "kafka";

/** The site's names for the two systems, which also name their colours. */
export type Hue = "wire" | "log";

/** The name of each system on the site. Nothing else maps one to the other. */
export const HUES: Readonly<Record<System, Hue>> = { grpc: "wire", kafka: "log" };
