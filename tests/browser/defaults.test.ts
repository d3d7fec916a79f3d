import { describe, expect, test } from "vitest";
import { useSite } from "./open-site.ts";

const { visit } = useSite();
const PAGE = "/defaults/kafka-brokers/";

describe("the filter of a page of facts", () => {
  test("leaves the rows that have every word, says how many, and hides tables that have none", async () => {
    const page = await visit(PAGE);
    const rows = page.locator(".facts tbody tr:visible");
    const all = await rows.count();
    const field = page.getByRole("searchbox", { name: "Show rows with" });
    await field.fill("retention 7 days");
    const left = await rows.count();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(all / 4);
    expect(await page.locator("fact-filter output").textContent()).toBe(`${left} rows`);
    expect(await page.locator('[id="topic.retention.ms"]').isVisible()).toBe(true);
    expect(await page.locator('[id="topic.segment.bytes"]').isVisible()).toBe(false);

    // The head of a table counts for its rows.
    await field.fill("broker replicas");
    expect(await page.locator('[id="broker.offsets.topic.replication.factor"]').isVisible()).toBe(
      true,
    );
    expect(await page.locator(".facts:visible").count()).toBeLessThan(
      await page.locator(".facts").count(),
    );

    await field.fill("");
    expect(await rows.count()).toBe(all);
  });

  test("finds a setting by its whole name, as it is written", async () => {
    const page = await visit(PAGE);
    const row = page.locator('[id="topic.retention.ms"]');
    expect((await row.getByRole("rowheader").textContent())?.trim()).toBe("retention.ms");
    await page.getByRole("searchbox", { name: "Show rows with" }).fill("retention.ms");
    expect(await row.isVisible()).toBe(true);
    expect(await page.locator('[id="topic.segment.bytes"]').isVisible()).toBe(false);
  });

  test("is not offered without JavaScript, and all rows are there", async () => {
    const page = await visit(PAGE, { javaScriptEnabled: false });
    expect(await page.locator("fact-filter").isVisible()).toBe(false);
    expect(await page.locator(".facts tbody tr:visible").count()).toBeGreaterThan(90);
  });
});
