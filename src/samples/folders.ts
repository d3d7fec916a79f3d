import path from "node:path";

/** The samples of each folder right below `content/samples`, in the order of their paths: "kafka" → its samples. */
export function groupByFolder<
  Sample extends { readonly path: string; readonly generated: boolean },
>(samples: readonly Sample[]): ReadonlyMap<string, readonly Sample[]> {
  const own = samples.filter(({ generated }) => !generated);
  return Map.groupBy(own, ({ path: file }) => file.split(path.posix.sep)[0] ?? "");
}

/** Path of the page that lists the samples of a folder. */
export function folderPath(folder: string): string {
  return `/samples/${folder}/`;
}
