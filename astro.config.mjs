import { fileURLToPath } from "node:url";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { wireAndLog } from "./src/integration.ts";

export default defineConfig({
  site: process.env["SITE"] ?? "https://wireandlog.example",
  // Pages are folders; our server redirects to the slash. "always" would deny raw samples to the dev server.
  trailingSlash: "ignore",
  devToolbar: { enabled: false },
  // One stylesheet, inlined: a page can be read after one round trip.
  build: { inlineStylesheets: "always", format: "directory" },
  // Samples are indented in code; prose is not.
  compressHTML: true,
  integrations: [wireAndLog(), mdx()],
  vite: {
    server: { watch: { ignored: [fileURLToPath(new URL(".cache/**", import.meta.url))] } },
    // The Content-Security-Policy allows no data: scripts or styles.
    build: {
      assetsInlineLimit: 0,
      // The first that know light-dark(); for older ones it would be written twice.
      cssTarget: ["chrome123", "firefox120", "safari17.5"],
      // satteri and Astro mark modules with directives of other bundlers.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
