// Setting back the offsets of a group whose consumer runs.
// Run: mvn -q compile exec:java -Dexec.mainClass=ResetOffsets
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

public class ResetOffsets {
  private static final TopicPartition PARTITION =
      new TopicPartition("order-events", 0);
  private static final Duration LOOK = Duration.ofMillis(100);
  /** Longer than auto.commit.interval.ms, here 500 ms. */
  private static final int LOOKS = 30;

  public static void main(String[] args) throws Exception {
    var brokers = Brokers.of(args);
    publish(brokers);
    Map<String, Object> settings =
        Map.of("bootstrap.servers", brokers);
    try (var admin = Admin.create(settings);
        var subscribed = openReader(brokers, "subscribed");
        var assigned = openReader(brokers, "assigned")) {
      subscribed.subscribe(List.of(PARTITION.topic()));
      reset(admin, "subscribed", subscribed);
      assigned.assign(List.of(PARTITION));
      reset(admin, "assigned", assigned);
    }
  }

  // #region reset
  private static void reset(
      Admin admin, String group, KafkaConsumer<?, ?> reader)
      throws ExecutionException, InterruptedException {
    read(reader);
    say(admin, group, "committed");
    var first = Map.of(PARTITION, new OffsetAndMetadata(0));
    try {
      admin.alterConsumerGroupOffsets(group, first).all().get();
      System.out.println(group + ": set back to 0");
    } catch (ExecutionException refused) {
      System.out.println(group + ": " + refused.getCause());
    }
    say(admin, group, "then");
    read(reader);
    say(admin, group, "after 3 s");
  }
  // #endregion reset

  private static void read(KafkaConsumer<?, ?> reader) {
    for (int look = 0; look < LOOKS; look++) reader.poll(LOOK);
  }

  private static void say(Admin admin, String group, String when)
      throws ExecutionException, InterruptedException {
    var offsets =
        admin
            .listConsumerGroupOffsets(group)
            .partitionsToOffsetAndMetadata()
            .get();
    System.out.printf(
        "%s: %s %d%n",
        group, when, offsets.get(PARTITION).offset());
  }

  private static KafkaConsumer<String, String> openReader(
      String brokers, String group) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", brokers,
            "group.id", group,
            "auto.offset.reset", "earliest",
            "auto.commit.interval.ms", 500);
    var text = new StringDeserializer();
    return new KafkaConsumer<>(settings, text, text);
  }

  private static void publish(String brokers) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", brokers);
    var text = new StringSerializer();
    try (var orders =
        new KafkaProducer<>(settings, text, text)) {
      for (int n = 1; n <= 10; n++) {
        orders.send(
            new ProducerRecord<>("order-events", 0, null, "" + n));
      }
    }
  }
}
