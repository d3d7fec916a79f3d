import { defineConfig } from "vitest/config";

// Four kinds of tests, one after another: two cores are enough, and a browser's timing means
// something. Groups count from 1, since Vitest runs group 0 last when it has a single worker.
// `npm test` runs all of them; while working on code: npx vitest --project unit
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: [
            "tests/browser/**",
            "tests/sites/**",
            "tests/lab/runs/**",
            "tests/**/fixtures/**",
          ],
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Runs of the lab, three programs and more at a time: one file after another.
        test: {
          name: "lab",
          include: ["tests/lab/runs/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // Mini-sites really built, one at a time: each build keeps both cores busy.
        test: {
          name: "sites",
          include: ["tests/sites/**/*.test.ts"],
          exclude: ["tests/**/fixtures/**", "**/node_modules/**"],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        // The site that `npm test` built (WL_SITE), in the Chromium that it found (WL_CHROMIUM).
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          exclude: ["tests/**/fixtures/**"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
