import { expect, test } from "vitest";
import { launchJava, readMavenRun, type JavaProgram } from "../../../src/lab/java/launch.ts";

const java = { command: "/jdk/bin/java", version: "17.0.15", major: 17, build: "" };
const place = { java, folder: "/run/samples/java", temporary: "/run/tmp" };
const launch = (program: Partial<JavaProgram>) =>
  launchJava(
    { name: "CountOrders", sources: "main", arguments: [], bootstrap: undefined, ...program },
    ["/classes", "/kafka.jar"],
    place,
  );

test("starts a class with its class path, and all that it writes goes into the run's folder", () => {
  const { command, args, folder, typed } = launch({ arguments: ["a", "b"] });
  expect([command, folder]).toEqual([java.command, place.folder]);
  expect(args).toContain("-Djava.io.tmpdir=/run/tmp");
  expect(args.slice(-5)).toEqual(["-cp", "/classes:/kafka.jar", "CountOrders", "a", "b"]);
  expect(typed).toBe('mvn -q compile exec:java -Dexec.mainClass=CountOrders -Dexec.args="a b"');
});

test("is told where its brokers are, of which a reader need not say what is usual", () => {
  const bootstrap = "127.0.0.1:41234";
  const alone = launch({ bootstrap });
  expect(alone.args.slice(-2)).toEqual(["CountOrders", bootstrap]);
  expect(alone.typed).toBe("mvn -q compile exec:java -Dexec.mainClass=CountOrders");
  const more = launch({ bootstrap, arguments: ["week"] });
  expect(more.args.slice(-3)).toEqual(["CountOrders", bootstrap, "week"]);
  expect(more.typed).toMatch(/-Dexec\.args="localhost:9092 week"$/);
});

test("a test is run by JUnit, which says nothing when all is well", () => {
  const { args, typed } = launch({ name: "CountOrdersTest", sources: "test" });
  expect(args).toContain("--details=none");
  expect(args.at(-1)).toBe("--select-class=CountOrdersTest");
  expect(typed).toBe("mvn -q test -Dtest=CountOrdersTest");
});

test("what a header says is what a receipt says", () => {
  for (const program of [
    {},
    { arguments: ["a", "b"] },
    { name: "ATest", sources: "test" as const },
  ]) {
    const { typed } = launch(program);
    const { name = "CountOrders", arguments: args = [] } = program as Partial<JavaProgram>;
    expect(readMavenRun(typed)).toEqual({ name, arguments: args });
  }
  expect(readMavenRun("mvn test")).toBeUndefined();
});
