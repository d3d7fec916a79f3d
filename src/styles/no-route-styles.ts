import type { Plugin } from "vite";

/** Astro's ids of the modules that hold the styles of a route in the dev server (`astro/dist/vite-plugin-css`). */
export const ROUTE_STYLES = "\0virtual:astro:dev-css:";

/**
 * The Vite plugin of the dev server that says that no route has styles of its own. Pages carry their sheets
 * themselves (`src/layouts/Page.astro`), while Astro would transform every page that a route can render to look for
 * style sheets that they import.
 */
export function noRouteStyles(): Plugin {
  return {
    name: "wire-and-log:no-route-styles",
    enforce: "pre",
    apply: "serve",
    load: (id) => (id.startsWith(ROUTE_STYLES) ? "export const css = new Set();" : undefined),
  };
}
