import { randomUUID } from "node:crypto";
import type { Cluster, ClusterNode } from "./cluster.ts";
import { findFreePorts } from "./free-ports.ts";
import type { Spawn } from "./node-process.ts";
import {
  chooseSettings,
  listSettings,
  advertisedName,
  type Properties,
} from "./node-properties.ts";
import { Failure } from "../../report/failure.mjs";

/**
 * Starts one node in Docker, with the settings and names of `startCluster`. A run cannot kill it, since its data would
 * be deleted with the container. If this process is killed before `close`, the container keeps running; its name begins
 * with `wire-and-log-`. So far this was tested only with a substitute for the `docker` command, never with Docker
 * itself.
 *
 * @throws Failure when the container ends before the node is ready
 */
export async function startDockerBroker(
  {
    folder,
    kafka,
    properties,
  }: { readonly folder: string; readonly kafka: string; readonly properties?: Properties },
  spawn: Spawn,
): Promise<Cluster> {
  const [port = 0, labPort = 0] = await findFreePorts(2);
  const image = `apache/kafka:${kafka}`;
  const settings = chooseSettings(1, properties);
  const name = `wire-and-log-${randomUUID()}`;
  const listening = {
    "process.roles": "broker,controller",
    "node.id": 1,
    "controller.quorum.voters": "1@localhost:9093",
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "LAB",
    // The node itself connects to LAB by the advertised address, so the port is the same inside the container.
    listeners: `TAP://:9092,CONTROLLER://:9093,LAB://:${labPort}`,
    "advertised.listeners": `TAP://${advertisedName(1)},LAB://127.0.0.1:${labPort}`,
    "listener.security.protocol.map": "LAB:PLAINTEXT,TAP:PLAINTEXT,CONTROLLER:PLAINTEXT",
  };
  const variables = Object.entries({ ...settings, ...listening }).flatMap(([setting, value]) => [
    "-e",
    `KAFKA_${setting.toUpperCase().replaceAll(".", "_")}=${value}`,
  ]);
  const ports = ["-p", `127.0.0.1:${port}:9092`, "-p", `127.0.0.1:${labPort}:${labPort}`];
  const run = ["run", "--rm", "--name", name, ...ports, ...variables, image];
  const child = spawn("docker", run, { cwd: folder });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const close = async (): Promise<void> => {
    // The daemon runs the container: ending the `docker run` command would leave it running.
    const removal = spawn("docker", ["rm", "--force", name], { cwd: folder });
    await new Promise((resolve) => removal.once("close", resolve));
    await ended;
  };
  const ready = new Promise<"ready">((resolve) => {
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      output = `${output}${text}`.slice(-4_000);
      if (output.includes("Kafka Server started")) resolve("ready");
    });
    child.stderr?.resume();
  });
  if ((await Promise.race([ready, ended])) !== "ready") {
    throw new Failure(
      "broker-not-started",
      `${image} ends before it is ready.\n  Look why: docker run --rm ${image}`,
    );
  }
  const node: ClusterNode = {
    id: 1,
    port,
    advertised: advertisedName(1),
    labPort,
    pid: () => undefined,
    kill: refuse,
    stop: refuse,
    start: refuse,
  };
  return { nodes: [node], settings: listSettings(settings), close };
}

function refuse(): Promise<void> {
  return Promise.reject(
    new Failure(
      "broker-in-docker",
      "A broker in Docker cannot be killed, since all that it keeps goes with its container.\n" +
        "  Install a JDK, 17 or newer, and Maven: the lab then starts brokers of its own.",
    ),
  );
}
