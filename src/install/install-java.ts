import { findJava, findMaven } from "../lab/jvm/find-java.ts";
import { findCompiler } from "../lab/java/source.ts";
import { installDebianPackages } from "./install-packages.ts";

/**
 * Installs a JDK and Maven from Debian's packages, but only as root in CI. Returns whether both are there afterwards.
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
  // Debian 13 no longer has Java 17; its default Java is newer.
  const choices = [
    ["openjdk-17-jdk-headless", "maven"],
    ["default-jdk-headless", "maven"],
  ];
  installDebianPackages("a JDK and Maven", choices, isThere, env);
  return isThere();
}
