// Two producers, one transactional id, with the Java client.
// Run: mvn -q compile exec:java -Dexec.mainClass=FenceProducer
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

public class FenceProducer {
  private static final ProducerRecord<String, String> PARCEL =
      new ProducerRecord<>("parcels", "o-137", "sent");

  public static void main(String[] args) {
    var brokers = Brokers.of(args);
    try (var first = openProducer(brokers);
        var second = openProducer(brokers)) {
      first.initTransactions();
      first.beginTransaction();
      first.send(PARCEL);
      first.flush();
      attempt(
          "second begins",
          () -> {
            second.initTransactions();
            second.beginTransaction();
            second.send(PARCEL);
            second.commitTransaction();
          });
      attempt("first commits", first::commitTransaction);
    }
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

  private static void attempt(String what, Runnable act) {
    try {
      act.run();
      System.out.println(what + ": done");
    } catch (KafkaException error) {
      System.out.println(what + ":");
      for (Throwable it = error; it != null; it = it.getCause()) {
        System.out.println("  " + it);
      }
    }
  }
}
