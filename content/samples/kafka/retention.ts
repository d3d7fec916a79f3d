// What a topic keeps, and for how long, read from the broker.
// Run: node retention.ts
import { ConfigResourceTypes } from "@platformatic/kafka";
import { withTopics } from "./with-topics.ts";

const TOPIC = "order-events";
const SETTINGS = [
  "cleanup.policy",
  "delete.retention.ms",
  "max.message.bytes",
  "retention.bytes",
  "retention.ms",
  "segment.bytes",
  "segment.ms",
];

// #region describe
await withTopics([TOPIC], async (admin) => {
  const [topic] = await admin.describeConfigs({
    resources: [
      {
        resourceType: ConfigResourceTypes.TOPIC,
        resourceName: TOPIC,
        configurationKeys: SETTINGS,
      },
    ],
  });
  for (const { name, value } of topic?.configs ?? []) {
    console.log(`${name} = ${value}`);
  }
});
// #endregion describe
