import {
  CONTAINERS,
  deleteTopic,
  DESCRIBE_GROUPS,
  DESCRIBE_TOPICS,
  type Need,
  type Needing,
} from "./needs.ts";

/** A database that a program opens in the folder in which it is started. */
const DATABASE_FILE = /"[\w-]+\.db"/;
/** The folder in which Kafka Streams keeps its state. */
const STATE_FOLDER = /"state\.dir", "([\w-]+)"/;

/** Lists what shows a run's result from outside of its programs. */
export function listResults({ beside = {} }: Needing): readonly Need[] {
  if (beside.brokers === undefined) return [];
  return [
    {
      says: "The topics, and how far each consumer group has committed. With Docker:",
      commands: [DESCRIBE_TOPICS, DESCRIBE_GROUPS],
    },
  ];
}

/**
 * Lists what removes the traces of an earlier run, which the next one would find.
 *
 * @param texts of all files of the project
 */
export function listWaysToStartOver(
  { beside = {} }: Needing,
  texts: readonly string[],
): readonly Need[] {
  const { brokers, topics = [], database } = beside;
  const state = texts.flatMap((text) => STATE_FOLDER.exec(text)?.[1] ?? []);
  const files = [
    ...(texts.some((text) => DATABASE_FILE.test(text)) ? ["rm -f *.db*"] : []),
    ...state.map((folder) => `rm -rf ${folder}`),
  ];
  return [
    ...(brokers === undefined
      ? []
      : [
          {
            says: "A new broker has no topics, groups and offsets. Without Docker, end StartBroker by Ctrl+C and start it again. With Docker, remove the container, and start it again as above:",
            commands: [`docker rm -f ${CONTAINERS.kafka}`],
          },
        ]),
    ...(topics.length === 0
      ? []
      : [
          {
            says: `Or delete ${topics.length === 1 ? "the topic" : "the topics"} alone, and create ${topics.length === 1 ? "it" : "them"} again:`,
            commands: topics.map(deleteTopic),
          },
        ]),
    ...(database === undefined
      ? []
      : [
          {
            says: "A new PostgreSQL has no tables:",
            commands: [`docker rm -f ${CONTAINERS.postgres}`],
          },
        ]),
    ...(files.length === 0
      ? []
      : [{ says: "Files that a program has left in this folder:", commands: files }]),
  ];
}
