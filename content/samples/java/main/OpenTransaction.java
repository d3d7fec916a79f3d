// A transaction that stays open, and the lag that says 0.
// Run: mvn -q compile exec:java -Dexec.mainClass=OpenTransaction
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

public class OpenTransaction {
  private static final TopicPartition PARTITION =
      new TopicPartition("order-events", 0);
  private static final Duration WAIT = Duration.ofSeconds(2);

  public static void main(String[] arguments) throws Exception {
    var broker = Brokers.of(arguments);
    try (var open = openProducer(broker, "warehouse-0");
        var plain = openProducer(broker, null)) {
      open.initTransactions();
      open.beginTransaction();
      open.send(parcel("in the transaction"));
      open.flush();
      for (int n = 1; n <= 100; n += 1) {
        plain.send(parcel("behind it"));
      }
      plain.flush();
      read(broker);
      open.abortTransaction();
    }
  }

  // #region read
  private static void read(String broker)
      throws ExecutionException, InterruptedException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker,
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest");
    var text = new StringDeserializer();
    try (var admin = Admin.create(settings);
        var reader = new KafkaConsumer<>(settings, text, text)) {
      reader.assign(List.of(PARTITION));
      int records = reader.poll(WAIT).count();
      var latest = Map.of(PARTITION, OffsetSpec.latest());
      long end =
          admin
              .listOffsets(latest)
              .partitionResult(PARTITION)
              .get()
              .offset();
      System.out.printf("records read: %d%n", records);
      System.out.printf(
          "the reader's own lag: %d%n",
          reader.currentLag(PARTITION).orElse(-1));
      System.out.printf(
          "end of the log less position: %d%n",
          end - reader.position(PARTITION));
    }
  }
  // #endregion read

  private static ProducerRecord<String, String> parcel(
      String value) {
    return new ProducerRecord<>(
        PARTITION.topic(), PARTITION.partition(), "o-137", value);
  }

  private static KafkaProducer<String, String> openProducer(
      String broker, String transactionalId) {
    var settings = new HashMap<String, Object>();
    settings.put("bootstrap.servers", broker);
    if (transactionalId != null) {
      settings.put("transactional.id", transactionalId);
    }
    var text = new StringSerializer();
    return new KafkaProducer<>(settings, text, text);
  }
}
