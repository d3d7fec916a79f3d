// acks=1 below min.insync.replicas: acknowledged, not readable.
// Run: mvn -q compile exec:java -Dexec.mainClass=UnderMinIsr
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

public class UnderMinIsr {
  private static final TopicPartition PARTITION =
      new TopicPartition("order-events", 0);
  private static final Duration QUIET = Duration.ofSeconds(3);

  public static void main(String[] args) throws Exception {
    var brokers = Brokers.of(args);
    Map<String, Object> settings =
        Map.of("bootstrap.servers", brokers);
    try (var admin = Admin.create(settings)) {
      say("acks=all", publish(brokers, "all", 10));
      say("readable", countReadable(brokers));
      System.out.println("now one of the two replicas goes");
      while (countInSync(admin) > 1) Thread.sleep(100);
      say("acks=1", publish(brokers, "1", 10));
      say("readable", countReadable(brokers));
      say("acks=all", publish(brokers, "all", 10));
    }
  }

  // #region publish
  /** Returns how many records the broker has acknowledged. */
  private static int publish(
      String brokers, String acks, int records)
      throws InterruptedException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", brokers,
            "acks", acks,
            // 2 minutes by default.
            "request.timeout.ms", 2_000,
            "delivery.timeout.ms", 5_000);
    var text = new StringSerializer();
    int acknowledged = 0;
    try (var orders =
        new KafkaProducer<>(settings, text, text)) {
      for (int n = 1; n <= records; n++) {
        var event =
            new ProducerRecord<>("order-events", "o-137", "" + n);
        try {
          orders.send(event).get();
          acknowledged++;
        } catch (ExecutionException failed) {
          System.out.println(
              failed.getCause().getClass().getSimpleName());
          break;
        }
      }
    }
    return acknowledged;
  }
  // #endregion publish

  // #region readable
  /** Reads from the start until nothing has come for 3 s. */
  private static int countReadable(String brokers) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", brokers,
            "auto.offset.reset", "earliest");
    var text = new StringDeserializer();
    int read = 0;
    try (var reader =
        new KafkaConsumer<>(settings, text, text)) {
      reader.assign(List.of(PARTITION));
      var records = reader.poll(QUIET);
      while (!records.isEmpty()) {
        read += records.count();
        records = reader.poll(QUIET);
      }
    }
    return read;
  }
  // #endregion readable

  private static int countInSync(Admin admin)
      throws ExecutionException, InterruptedException {
    var topics = List.of(PARTITION.topic());
    return admin
        .describeTopics(topics)
        .allTopicNames()
        .get()
        .get(PARTITION.topic())
        .partitions()
        .get(0)
        .isr()
        .size();
  }

  private static void say(String what, int records) {
    System.out.printf("%s: %d%n", what, records);
  }
}
