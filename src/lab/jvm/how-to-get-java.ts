/** Says what to type to get Java and Maven on this platform. */
export function howToGetJava(): string {
  const way: Partial<Record<NodeJS.Platform, string>> = {
    linux: "apt-get install openjdk-17-jdk-headless maven (or your distribution's packages)",
    darwin: "brew install openjdk@17 maven",
    win32: "inside WSL: apt-get install openjdk-17-jdk-headless maven",
  };
  return (
    `${way[process.platform] ?? "install a JDK, 17 or newer, and Maven"}; ` +
    "a Java that is elsewhere: JAVA_HOME=/path/to/jdk npm run verify"
  );
}
