// From topic to topic in transactions, with the Java client.
// Run: mvn -q compile exec:java -Dexec.mainClass=PackInTransactions
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

public class PackInTransactions {
  /** Then the run is over; a service polls again. */
  private static final Duration QUIET = Duration.ofSeconds(12);

  // #region loop
  public static void main(String[] args) {
    var brokers = Brokers.of(args);
    try (var producer = openProducer(brokers);
        var warehouse = join(brokers)) {
      // Fences an earlier process of this name, and ends what it
      // left open, before this one asks where to read on.
      producer.initTransactions();
      warehouse.subscribe(List.of("order-events"));
      while (true) {
        var records = warehouse.poll(QUIET);
        if (records.isEmpty()) break;
        pack(records, producer, warehouse);
      }
    }
  }

  private static void pack(
      ConsumerRecords<String, String> records,
      KafkaProducer<String, String> producer,
      KafkaConsumer<String, String> warehouse) {
    producer.beginTransaction();
    try {
      var next = new HashMap<TopicPartition, OffsetAndMetadata>();
      for (var record : records) {
        if (isRelease(record)) producer.send(parcelOf(record));
        next.put(
            new TopicPartition(record.topic(), record.partition()),
            new OffsetAndMetadata(record.offset() + 1));
      }
      producer.sendOffsetsToTransaction(
          next, warehouse.groupMetadata());
      producer.commitTransaction();
    } catch (KafkaException failed) {
      try {
        producer.abortTransaction();
      } catch (KafkaException fenced) {
        failed.addSuppressed(fenced);
      }
      // The consumer is ahead of its offsets: stop, start again.
      throw failed;
    }
  }
  // #endregion loop

  private static ProducerRecord<String, String> parcelOf(
      ConsumerRecord<String, String> record) {
    return new ProducerRecord<>("parcels", record.key(), "sent");
  }

  /** The fourth event of an order releases it. */
  private static boolean isRelease(ConsumerRecord<?, ?> record) {
    var header = record.headers().lastHeader("event-id");
    return header != null
        && new String(header.value(), UTF_8).endsWith(".4");
  }

  private static KafkaConsumer<String, String> join(
      String brokers) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", brokers,
            "group.id", "warehouse",
            "auto.offset.reset", "earliest",
            "enable.auto.commit", false,
            // After a kill the group waits this long for the
            // member.
            "session.timeout.ms", 6_000);
    var text = new StringDeserializer();
    return new KafkaConsumer<>(settings, text, text);
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
