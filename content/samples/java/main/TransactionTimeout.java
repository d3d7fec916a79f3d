// A transaction that the broker ends while its producer lives.
// Run: mvn -q compile exec:java -Dexec.mainClass=TransactionTimeout
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

public class TransactionTimeout {
  private static final ProducerRecord<String, String> PARCEL =
      new ProducerRecord<>("order-events", "o-137", "sent");
  /** 60 s by default. The broker looks every 10 s. */
  private static final int TIMEOUT_MS = 1_000;
  /** The work of a batch that is too large. */
  private static final Duration LONGER = Duration.ofSeconds(13);

  // #region attempts
  public static void main(String[] args) throws Exception {
    var brokers = Brokers.of(args);
    try (var commits = openProducer(brokers, "warehouse-0");
        var sends = openProducer(brokers, "warehouse-1")) {
      begin(commits);
      begin(sends);
      Thread.sleep(LONGER.toMillis());
      System.out.println("the first call is a commit:");
      attempt("commit", commits::commitTransaction);
      attempt("abort", commits::abortTransaction);
      attempt("next", () -> next(commits));
      System.out.println("the first call is a send:");
      attempt("send", () -> sends.send(PARCEL).get());
      attempt("abort", sends::abortTransaction);
      attempt("next", () -> next(sends));
    }
  }
  // #endregion attempts

  private static void begin(KafkaProducer<String, String> orders)
      throws ExecutionException, InterruptedException {
    orders.initTransactions();
    orders.beginTransaction();
    orders.send(PARCEL).get();
  }

  private static void next(KafkaProducer<String, String> orders)
      throws ExecutionException, InterruptedException {
    orders.beginTransaction();
    orders.send(PARCEL).get();
    orders.commitTransaction();
  }

  private static KafkaProducer<String, String> openProducer(
      String brokers, String transactionalId) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", brokers,
            "transactional.id", transactionalId,
            "transaction.timeout.ms", TIMEOUT_MS);
    var text = new StringSerializer();
    return new KafkaProducer<>(settings, text, text);
  }

  private interface Act {
    void act() throws ExecutionException, InterruptedException;
  }

  private static void attempt(String what, Act act)
      throws InterruptedException {
    try {
      act.act();
      System.out.printf("  %s: done%n", what);
    } catch (ExecutionException failed) {
      System.out.printf("  %s: %s%n", what, failed.getCause());
    } catch (KafkaException failed) {
      System.out.printf("  %s: %s%n", what, failed);
    }
  }
}
