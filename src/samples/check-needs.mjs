// Says what this project's run needs and does not find, and what to type. package.json lists its needs.
import { readFileSync } from "node:fs";
import { connect } from "node:net";

const WAIT_MS = 2000;
const file = new URL("./package.json", import.meta.url);
const { engines, needs = [] } = JSON.parse(readFileSync(file, "utf8"));

/** What to send by protocol, as hexadecimal, and whether these bytes are the whole answer. */
const PROTOCOLS = {
  // Kafka's Metadata request, version 1, for all topics. Its own number, 7, comes back.
  kafka: {
    sends: "0000000e0003000100000007ffffffffffff",
    isWhole: (bytes) =>
      bytes.length >= 8 && bytes.readInt32BE(4) === 7 && bytes.length >= 4 + bytes.readInt32BE(0),
  },
  // PostgreSQL's SSLRequest, which is answered by one letter.
  postgres: { sends: "0000000804d2162f", isWhole: (bytes) => /^[SN]/.test(bytes.toString()) },
  // An open connection is enough.
  tcp: { sends: "", isWhole: () => true },
};

/** Resolves to what a server answers, or to nothing. */
function ask({ host, port }, { sends, isWhole }) {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    let bytes = Buffer.alloc(0);
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(WAIT_MS, () => end());
    for (const name of ["error", "close"]) socket.on(name, () => end());
    socket.on("connect", () => (sends === "" ? end(bytes) : socket.write(sends, "hex")));
    socket.on("data", (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (isWhole(bytes)) end(bytes);
    });
  });
}

/** The servers of "a:1,b:2" or "postgres://name@a:1/name". */
function serversOf(address) {
  const url = address.includes("://") ? new URL(address) : undefined;
  if (url) return url.hostname === "" ? [] : [{ host: url.hostname, port: url.port || 5432 }];
  const found = [...address.matchAll(/([\w.-]+|\[[\da-f:]+\]):(\d+)(?=,|$)/gi)];
  return found.map(([, host, port]) => ({ host: host.replace(/[[\]]/g, ""), port }));
}

/** What to say of a need that is not met: the lines, or none. */
async function describeMissing(need) {
  const { missing, protocol, variable, address, topics = {}, creates = {}, type } = need;
  const asked = process.env[variable] || address;
  if (!asked) return [`not-set  ${variable} is not set`, ...type];
  const servers = serversOf(asked);
  const answers = await Promise.all(servers.map((it) => ask(it, PROTOCOLS[protocol])));
  const answer = answers.find((it) => it !== undefined);
  // Without a name and a password.
  const where = `"${servers.map(({ host, port }) => `${host}:${port}`).join(",")}"`;
  if (servers.length > 0 && answer === undefined) return [`${missing} ${where}`, ...type];
  // A topic's name stands behind its length.
  const has = (it) => answer && answer.includes(`\0${String.fromCharCode(it.length)}${it}`);
  const say = (slug, what, names, commands) => {
    const list = [...new Set(names.map((name) => commands[name]))];
    const or = "or begin with a new broker: README.md";
    return names.length === 0 ? [] : [`${slug}  ${where} ${what} ${names.join(", ")}`, ...list, or];
  };
  const absent = Object.keys(topics).filter((it) => answer && !has(it));
  const taken = Object.keys(creates).filter(has);
  return [
    ...say("no-topic", "has no topic", absent, topics),
    ...say("topic-exists", "has a topic that this program creates:", taken, creates),
  ];
}

if (Number.parseInt(process.versions.node) < Number(engines.node.slice(2))) {
  const node = `Node ${engines.node.slice(2)}`;
  console.error(`old-node  This project needs ${node} or later; this is ${process.version}.`);
  console.error("  https://nodejs.org/en/download");
  process.exit(1);
}
const said = await Promise.all(needs.map(describeMissing));
for (const [what, ...lines] of said.filter((it) => it.length > 0)) {
  console.error([what, ...lines.map((line) => `  ${line}`)].join("\n"));
  process.exitCode = 1;
}
