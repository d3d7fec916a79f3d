/** The two systems that client libraries speak to. */
export type System = "grpc" | "kafka";

/** The site's names for the two systems, which also name their colours. */
export const HUE_NAMES = ["wire", "log"] as const;

/** The name, and with it the colour, of a system on the site. */
export type Hue = (typeof HUE_NAMES)[number];

/** The name of each system on the site. Nothing else maps one to the other. */
export const HUES: Readonly<Record<System, Hue>> = { grpc: "wire", kafka: "log" };
