// What becomes of a record that a share group gives up.
// Run: mvn -q compile exec:java -Dexec.mainClass=ShareGroupDeadLetter
import static org.apache.kafka.clients.consumer.AcknowledgeType.*;

public class ShareGroupDeadLetter {
  public static void main(String[] arguments) throws Exception {
    var broker = Brokers.of(arguments);
    try (var group = new ShareGroup(broker);
        var letters = new DeadLetters(broker);
        var warehouse = new ShareMember(broker)) {
      group.rewind();
      // #region order
      group.set(
          "errors.deadletterqueue.topic.name",
          DeadLetters.TOPIC);
      reject(warehouse, "before the topic is there");
      letters.createTopic();
      reject(warehouse, "by default");
      group.set(
          "errors.deadletterqueue.copy.record.enable", "true");
      reject(warehouse, "copied");
      letters.print();
      // #endregion order
    }
  }

  private static void reject(ShareMember warehouse, String when) {
    var record = warehouse.take();
    warehouse.answer(record, REJECT);
    System.out.printf(
        "offset %d, %s, rejected %s%n",
        record.offset(), ShareMember.idOf(record), when);
  }
}
