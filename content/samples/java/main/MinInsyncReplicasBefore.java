// min.insync.replicas of a broker's file counts: Kafka 3.9.1.
// Run: mvn -q compile exec:java -Dexec.mainClass=MinInsyncReplicasBefore
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;

public class MinInsyncReplicasBefore {
  public static void main(String[] arguments) throws Exception {
    var broker = Brokers.of(arguments);
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker);
    var topic = new ConfigResource(Type.TOPIC, "order-events");
    try (var admin = Admin.create(settings)) {
      var features =
          admin.describeFeatures().featureMetadata().get();
      System.out.printf(
          "eligible leader replicas: %s%n",
          features
              .finalizedFeatures()
              .containsKey("eligible.leader.replicas.version"));
      MinInsyncReplicas.print(
          MinInsyncReplicas.sourcesOf(admin, topic));
      MinInsyncReplicas.set(
          admin, new ConfigResource(Type.BROKER, "1"), "1");
    }
  }
}
