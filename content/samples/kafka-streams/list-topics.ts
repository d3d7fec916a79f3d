// The topics of a broker, and the cleanup policy of each.
// Run: node list-topics.ts
import { Admin, ConfigResourceTypes } from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const admin = new Admin({
  clientId: "shop",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
});

try {
  const topics = await admin.listTopics();
  const described = await admin.describeConfigs({
    resources: topics.map((resourceName) => ({
      resourceType: ConfigResourceTypes.TOPIC,
      resourceName,
      configurationKeys: ["cleanup.policy"],
    })),
  });
  for (const { resourceName, configs } of described) {
    const policies = configs.map(({ value }) => value);
    console.log(`${resourceName}: ${policies.join()}`);
  }
} finally {
  await admin.close();
}
