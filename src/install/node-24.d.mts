/**
 * Returns the path of a Node 24. A newer one is refused too, since a receipt recorded on another major version is
 * stale.
 *
 * @param running what is needed to know of this process
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
