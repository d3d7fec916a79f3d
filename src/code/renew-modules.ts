import path from "node:path";
import { isRunnableDevEnvironment, type EnvironmentModuleNode, type ViteDevServer } from "vite";
import { isCheckedModule, PAGE_MODULES } from "./checked-module.ts";

/**
 * Makes the dev server render again what rests on a changed file of the content, and reloads open pages.
 *
 * Samples are not modules of the pages that show them, so Vite cannot know which pages a change of one concerns. And
 * Vite's own invalidation of a changed page comes later: a request in between would render the old page.
 *
 * @param file the changed file, absolute
 */
export function renewModules(server: ViteDevServer, file: string): void {
  for (const environment of Object.values(server.environments)) {
    const old = new Set<EnvironmentModuleNode>();
    for (const [id, module] of environment.moduleGraph.idToModuleMap)
      if (restsOn(file, id, module.file)) environment.moduleGraph.invalidateModule(module, old);
    if (!isRunnableDevEnvironment(environment)) continue;
    // Without this, an environment that runs modules would use what it has evaluated, unless it reloads everything.
    const { evaluatedModules } = environment.runner;
    for (const { id } of old) {
      const evaluated = id === null ? undefined : evaluatedModules.getModuleById(id);
      if (evaluated !== undefined) evaluatedModules.invalidateModule(evaluated);
    }
  }
  server.environments.client.hot.send({ type: "full-reload" });
}

/** Whether a module is the changed page, or was made from checked content that the file can change. */
function restsOn(file: string, id: string, own: string | null): boolean {
  if (path.extname(file) === ".mdx") return PAGE_MODULES.includes(id) || own === file;
  return isCheckedModule(id) || /\.mdx(?:\?|$)/.test(id);
}
