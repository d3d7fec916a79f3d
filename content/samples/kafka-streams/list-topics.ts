// The topics that a broker has, and what becomes of old records.
// Run: node list-topics.ts
import { Admin, ConfigResourceTypes } from "@platformatic/kafka";

const admin = new Admin({
  clientId: "shop",
  bootstrapBrokers: ["localhost:9092"],
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
