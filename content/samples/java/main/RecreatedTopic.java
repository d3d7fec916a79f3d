// A topic is deleted and made again while its reader runs.
// Run: mvn -q compile exec:java -Dexec.mainClass=RecreatedTopic
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

public class RecreatedTopic {
  private static final Duration QUIET = Duration.ofSeconds(1);

  public static void main(String[] arguments) throws Exception {
    var broker = Brokers.of(arguments);
    for (var protocol : List.of("classic", "consumer")) {
      recreate(broker, protocol);
    }
  }

  // #region recreate
  private static void recreate(String broker, String protocol)
      throws ExecutionException, InterruptedException {
    var topic = "parcels-" + protocol;
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker,
            "group.id", "warehouse-" + protocol,
            "group.protocol", protocol,
            "auto.offset.reset", "earliest",
            "auto.commit.interval.ms", 500);
    var text = new StringDeserializer();
    try (var admin = Admin.create(settings);
        var reader = new KafkaConsumer<>(settings, text, text)) {
      create(admin, topic);
      publish(broker, topic, 100);
      reader.subscribe(List.of(topic));
      int before = readAll(reader);
      admin.deleteTopics(List.of(topic)).all().get();
      readAll(reader);
      create(admin, topic);
      publish(broker, topic, 10);
      int after = readAll(reader);
      System.out.printf(
          "%s: %d of 100, then %d of 10%n",
          protocol, before, after);
    }
  }

  /** Reads until nothing has come for a second. */
  private static int readAll(KafkaConsumer<?, ?> reader) {
    int read = 0;
    var records = reader.poll(QUIET.multipliedBy(5));
    while (!records.isEmpty()) {
      read += records.count();
      records = reader.poll(QUIET);
    }
    return read;
  }
  // #endregion recreate

  private static void create(Admin admin, String name)
      throws ExecutionException, InterruptedException {
    var topic = new NewTopic(name, 1, (short) 1);
    admin.createTopics(List.of(topic)).all().get();
  }

  private static void publish(
      String broker, String topic, int records) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker);
    var text = new StringSerializer();
    try (var orders =
        new KafkaProducer<>(settings, text, text)) {
      for (int n = 1; n <= records; n += 1) {
        orders.send(new ProducerRecord<>(topic, "o-" + n, "sent"));
      }
    }
  }
}
