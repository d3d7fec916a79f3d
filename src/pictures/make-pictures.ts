import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { PageModel } from "../docs/page-model.ts";
import { drawPicture } from "./draw-picture.ts";

/** What each page has where sharp is not installed: the picture of the site, in `public/`. */
const PLAIN = "wire-and-log.png";
/** Part of the key of a kept picture; higher when the same SVG shall give another PNG. */
const FORM = 1;
/** Effort costs more time than it saves bytes in pictures of few colours. */
const PNG = { compressionLevel: 2 } as const;

/** The path of a page's picture; that of the Overview for pages outside the navigation. */
export function picturePath(slug = "index"): string {
  return `/og/${slug}.png`;
}

/**
 * Makes the picture of every page of the navigation in a built site.
 *
 * @param root has the folder `.cache`, where pictures are kept
 */
export async function makePictures(root: string, output: string, model: PageModel): Promise<void> {
  const sharp = await import("sharp").then(
    (module) => module.default,
    () => undefined,
  );
  const kept = path.join(root, ".cache", "pictures");
  await mkdir(kept, { recursive: true });
  for (const page of model.pages.values()) {
    const target = path.join(output, picturePath(page.slug));
    await mkdir(path.dirname(target), { recursive: true });
    if (sharp === undefined) {
      await copyFile(path.join(output, PLAIN), target);
      continue;
    }
    const svg = drawPicture(page);
    const key = createHash("sha256")
      .update(`${FORM} ${sharp.versions.sharp ?? ""} ${svg}`)
      .digest("hex");
    const file = path.join(kept, `${key}.png`);
    if (!existsSync(file)) {
      const beside = `${file}.${process.pid}`;
      await writeFile(beside, await sharp(Buffer.from(svg)).png(PNG).toBuffer());
      await rename(beside, file);
    }
    await copyFile(file, target);
  }
}
