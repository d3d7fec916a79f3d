// A member takes over while the commit of another is under way.
// Run: mvn -q compile exec:java -Dexec.mainClass=PendingOffset
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

public class PendingOffset {
  private static final TopicPartition PARTITION =
      new TopicPartition("order-events", 0);
  private static final ProducerRecord<String, String> PARCEL =
      new ProducerRecord<>("parcels", "o-137", "sent");
  private static final int EVENTS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  // #region take-over
  public static void main(String[] args) {
    var brokers = Brokers.of(args);
    try (var producer = openProducer(brokers)) {
      producer.initTransactions();
      producer.beginTransaction();
      try (var first = join(brokers)) {
        for (int read = 0; read < EVENTS; ) {
          read += first.poll(PATIENCE).count();
        }
        producer.send(PARCEL);
        producer.sendOffsetsToTransaction(
            Map.of(PARTITION, new OffsetAndMetadata(EVENTS)),
            first.groupMetadata());
        producer.flush();
        System.out.printf(
            "the first has read %d, and sent its offset%n",
            EVENTS);
      }
      try (var second = join(brokers)) {
        var records = second.poll(PATIENCE);
        for (var record : records) {
          System.out.printf(
              "the second begins at offset %d%n", record.offset());
          break;
        }
        producer.commitTransaction();
        System.out.println("the first has committed");
        if (!records.isEmpty()) return;
        second.poll(PATIENCE);
        System.out.printf(
            "the second begins at offset %d%n",
            second.position(PARTITION));
      }
    }
  }
  // #endregion take-over

  private static KafkaConsumer<String, String> join(
      String brokers) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", brokers,
            "group.id", "warehouse",
            "auto.offset.reset", "earliest",
            "enable.auto.commit", false);
    var text = new StringDeserializer();
    var consumer = new KafkaConsumer<>(settings, text, text);
    consumer.subscribe(List.of(PARTITION.topic()));
    return consumer;
  }

  private static KafkaProducer<String, String> openProducer(
      String brokers) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", brokers,
            "transactional.id", "warehouse-0");
    var text = new StringSerializer();
    return new KafkaProducer<>(settings, text, text);
  }
}
