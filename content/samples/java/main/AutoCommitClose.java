// A handler throws, and close() commits the rest of its batch.
// Run: mvn -q compile exec:java -Dexec.mainClass=AutoCommitClose
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

public class AutoCommitClose {
  private static final TopicPartition PARTITION =
      new TopicPartition("order-events", 0);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static int handled;

  public static void main(String[] args) {
    var brokers = Brokers.of(args);
    publish(brokers);
    read(brokers, true, AutoCommitClose::commitByItself);
    read(brokers, false, AutoCommitClose::commitWhenDone);
  }

  // #region loops
  /** With enable.auto.commit=true, as by default. */
  private static void commitByItself(
      KafkaConsumer<String, String> warehouse) {
    while (true) {
      for (var record : warehouse.poll(PATIENCE)) {
        handle(record.value());
      }
    }
  }

  /** With enable.auto.commit=false. */
  private static void commitWhenDone(
      KafkaConsumer<String, String> warehouse) {
    while (true) {
      for (var record : warehouse.poll(PATIENCE)) {
        handle(record.value());
        var next = new OffsetAndMetadata(record.offset() + 1);
        warehouse.commitSync(Map.of(PARTITION, next));
      }
    }
  }
  // #endregion loops

  /** Closes the consumer as try-with-resources does: always. */
  private static void read(
      String brokers,
      boolean isAutomatic,
      Consumer<KafkaConsumer<String, String>> follow) {
    var name = isAutomatic ? "automatic" : "when done";
    handled = 0;
    try (var warehouse = open(brokers, isAutomatic)) {
      warehouse.subscribe(List.of(PARTITION.topic()));
      follow.accept(warehouse);
    } catch (IllegalStateException error) {
      System.out.println(name + ": " + error.getMessage());
    }
    System.out.println(name + ": handled = " + handled);
    try (var again = open(brokers, isAutomatic)) {
      var offset = again.committed(Set.of(PARTITION)).get(PARTITION);
      System.out.println(name + ": committed = " + offset.offset());
    }
  }

  private static void handle(String event) {
    if (event.equals("o-004.1")) {
      throw new IllegalStateException(event + " has no address");
    }
    handled++;
  }

  private static KafkaConsumer<String, String> open(
      String brokers, boolean isAutomatic) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", brokers,
            "group.id", isAutomatic ? "billing" : "warehouse",
            "auto.offset.reset", "earliest",
            "enable.auto.commit", isAutomatic);
    var text = new StringDeserializer();
    return new KafkaConsumer<>(settings, text, text);
  }

  private static void publish(String brokers) {
    var settings =
        Map.<String, Object>of("bootstrap.servers", brokers);
    var text = new StringSerializer();
    try (var orders = new KafkaProducer<>(settings, text, text)) {
      for (int order = 1; order <= 10; order++) {
        var event = "o-%03d.1".formatted(order);
        orders.send(
            new ProducerRecord<>("order-events", 0, null, event));
      }
    }
  }
}
