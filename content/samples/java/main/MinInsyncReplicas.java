// Where a topic has its min.insync.replicas from.
// Run: mvn -q compile exec:java -Dexec.mainClass=MinInsyncReplicas
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSynonym;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;

public class MinInsyncReplicas {
  private static final String SETTING = "min.insync.replicas";

  public static void main(String[] arguments) throws Exception {
    var broker = Brokers.of(arguments);
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker);
    var topic = new ConfigResource(Type.TOPIC, "order-events");
    try (var admin = Admin.create(settings)) {
      print(sourcesOf(admin, topic));
      set(admin, new ConfigResource(Type.BROKER, "1"), "1");
      set(admin, topic, "1");
      var sources = sourcesOf(admin, topic);
      // A broker learns of the change a moment later.
      while (sources.size() < 4) {
        Thread.sleep(50);
        sources = sourcesOf(admin, topic);
      }
      print(sources);
    }
  }

  // #region sources
  /** Each source of the value; the first one counts. */
  static List<ConfigSynonym> sourcesOf(
      Admin admin, ConfigResource topic)
      throws ExecutionException, InterruptedException {
    var options =
        new DescribeConfigsOptions().includeSynonyms(true);
    var all =
        admin.describeConfigs(List.of(topic), options).all().get();
    return all.get(topic).get(SETTING).synonyms();
  }
  // #endregion sources

  static void print(List<ConfigSynonym> sources) {
    System.out.println("of the topic, in force first:");
    for (var it : sources) {
      System.out.printf("  %s, %s%n", it.value(), it.source());
    }
  }

  static void set(
      Admin admin, ConfigResource where, String value)
      throws InterruptedException {
    var entry = new ConfigEntry(SETTING, value);
    Collection<AlterConfigOp> changes =
        List.of(new AlterConfigOp(entry, OpType.SET));
    try {
      admin.incrementalAlterConfigs(Map.of(where, changes))
          .all()
          .get();
      System.out.printf("set on the %s: done%n", where.type());
    } catch (ExecutionException refused) {
      System.out.printf(
          "set on the %s: %s%n",
          where.type(), refused.getCause().getMessage());
    }
  }
}
