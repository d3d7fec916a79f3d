import { findJava, findMaven } from "../lab/broker/find-java.ts";
import { installDebianPackages } from "./install-packages.ts";

/**
 * Installs Java and Maven where that is harmless: Debian's packages, as root, in CI. Says whether both are there
 * afterwards.
 */
export function installJava(env: NodeJS.ProcessEnv): boolean {
  const isThere = (): boolean =>
    findJava(env).found !== undefined && findMaven(env).found !== undefined;
  // Debian 13 has no Java 17 any more, and its default is newer.
  const choices = [
    ["openjdk-17-jre-headless", "maven"],
    ["default-jre-headless", "maven"],
  ];
  installDebianPackages("Java and Maven", choices, isThere, env);
  return isThere();
}
