/**
 * Path of a Node 24: neither older nor newer, since a record made on another one is stale.
 *
 * @param running this process, as far as it matters
 * @throws Failure when there is none
 */
export function findNode24(
  root: string,
  running?: {
    readonly versions: { readonly node: string };
    readonly execPath: string;
    readonly platform: NodeJS.Platform;
    readonly arch: string;
  },
): string;
