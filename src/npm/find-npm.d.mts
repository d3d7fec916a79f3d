/** Finds the npm that started this script, with the Node that it runs on; otherwise the npm on the PATH. */
export function findNpm(env: NodeJS.ProcessEnv): {
  readonly command: string;
  readonly before: readonly string[];
  readonly shell: boolean;
};
