/** The npm that runs this script, on the Node it runs on; otherwise the one on PATH. */
export function findNpm(env: NodeJS.ProcessEnv): {
  readonly command: string;
  readonly before: readonly string[];
  readonly shell: boolean;
};
