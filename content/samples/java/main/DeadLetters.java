// The topic of dead letters of the share group "warehouse".
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;

class DeadLetters implements AutoCloseable {
  /** The broker demands that the name begins with "dlq.". */
  static final String TOPIC = "dlq.warehouse";

  /** A dead letter is written within a second. */
  private static final Duration WAIT = Duration.ofSeconds(3);

  private final Map<String, Object> settings;
  private final Admin admin;

  DeadLetters(String broker) {
    settings = Map.of("bootstrap.servers", broker);
    admin = Admin.create(settings);
  }

  // #region topic
  /** With as many partitions as the topic of the group has. */
  void createTopic()
      throws ExecutionException, InterruptedException {
    var topic = new NewTopic(TOPIC, 1, (short) 1);
    topic.configs(
        Map.of("errors.deadletterqueue.group.enable", "true"));
    admin.createTopics(List.of(topic)).all().get();
  }
  // #endregion topic

  // #region print
  /** Prints each dead letter, until none has come for 3 s. */
  void print() {
    var partitions = List.of(new TopicPartition(TOPIC, 0));
    try (var reader =
        new KafkaConsumer<>(
            settings,
            Serdes.String().deserializer(),
            Serdes.ByteArray().deserializer())) {
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      var letters = reader.poll(WAIT);
      while (!letters.isEmpty()) {
        letters.forEach(DeadLetters::print);
        letters = reader.poll(WAIT);
      }
    }
  }

  private static void print(ConsumerRecord<String, byte[]> letter) {
    System.out.printf(
        "dead letter of offset %s: %s%n  key %s, value %s, %s%n",
        header(letter, "__dlq.errors.offset"),
        header(letter, "__dlq.errors.message"),
        letter.key(),
        letter.value() == null ? "null" : "copied",
        "event-id " + header(letter, "event-id"));
  }
  // #endregion print

  private static String header(
      ConsumerRecord<?, ?> record, String name) {
    var header = record.headers().lastHeader(name);
    if (header == null) return "missing";
    return Serdes.String()
        .deserializer()
        .deserialize(TOPIC, header.value());
  }

  @Override
  public void close() {
    admin.close();
  }
}
