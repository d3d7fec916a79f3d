import { findJava, findMaven } from "../lab/jvm/find-java.ts";
import { findCompiler } from "../lab/java/source.ts";
import { installDebianPackages } from "./install-packages.ts";

/**
 * Installs a JDK and Maven where that is harmless: Debian's packages, as root, in CI. Says whether all of it is there
 * afterwards.
 */
export function installJava(env: NodeJS.ProcessEnv): boolean {
  const isThere = (): boolean => {
    const { found } = findJava(env);
    return (
      found !== undefined &&
      findCompiler(found).found !== undefined &&
      findMaven(env).found !== undefined
    );
  };
  // Debian 13 has no Java 17 any more, and its default is newer.
  const choices = [
    ["openjdk-17-jdk-headless", "maven"],
    ["default-jdk-headless", "maven"],
  ];
  installDebianPackages("a JDK and Maven", choices, isThere, env);
  return isThere();
}
