import { randomUUID } from "node:crypto";
import type { Cluster, ClusterNode } from "./cluster.ts";
import { findFreePorts } from "./free-ports.ts";
import { KAFKA_VERSION } from "../../receipts/inputs.ts";
import type { Spawn } from "./node-process.ts";
import {
  chooseSettings,
  listSettings,
  advertisedName,
  type Properties,
} from "./node-properties.ts";
import { Failure } from "../../report/failure.mjs";

const IMAGE = `apache/kafka:${KAFKA_VERSION}`;

/**
 * Starts one node in Docker, with the settings and the names of `startCluster`. It cannot be killed in a run: what a
 * container keeps is gone with it. A process that is killed before `close` leaves the container running; its name begins
 * with `wire-and-log-`. Tried against a stand-in for the command only: no machine on which it was written has Docker
 * running.
 *
 * @throws Failure when it ends before it is ready
 */
export async function startDockerBroker(
  { folder, properties }: { readonly folder: string; readonly properties?: Properties },
  spawn: Spawn,
): Promise<Cluster> {
  const [port = 0, labPort = 0] = await findFreePorts(2);
  const settings = chooseSettings(1, properties);
  const name = `wire-and-log-${randomUUID()}`;
  const listening = {
    "process.roles": "broker,controller",
    "node.id": 1,
    "controller.quorum.voters": "1@localhost:9093",
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "LAB",
    // The node itself uses LAB by its advertised address too: inside, the same port leads to the same listener.
    listeners: `TAP://:9092,CONTROLLER://:9093,LAB://:${labPort}`,
    "advertised.listeners": `TAP://${advertisedName(1)},LAB://127.0.0.1:${labPort}`,
    "listener.security.protocol.map": "LAB:PLAINTEXT,TAP:PLAINTEXT,CONTROLLER:PLAINTEXT",
  };
  const variables = Object.entries({ ...settings, ...listening }).flatMap(([setting, value]) => [
    "-e",
    `KAFKA_${setting.toUpperCase().replaceAll(".", "_")}=${value}`,
  ]);
  const ports = ["-p", `127.0.0.1:${port}:9092`, "-p", `127.0.0.1:${labPort}:${labPort}`];
  const run = ["run", "--rm", "--name", name, ...ports, ...variables, IMAGE];
  const child = spawn("docker", run, { cwd: folder });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const close = async (): Promise<void> => {
    // The container is the daemon's: ending the command that began it would leave it running.
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
      `${IMAGE} ends before it is ready.\n  Look why: docker run --rm ${IMAGE}`,
    );
  }
  const node: ClusterNode = {
    id: 1,
    port,
    advertised: advertisedName(1),
    labPort,
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
