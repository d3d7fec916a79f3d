// A later event of an order is handled before an earlier one.
// Run: mvn -q compile exec:java -Dexec.mainClass=ShareGroupOrder
import static org.apache.kafka.clients.consumer.AcknowledgeType.*;

public class ShareGroupOrder {
  public static void main(String[] arguments) throws Exception {
    var broker = Brokers.of(arguments);
    try (var group = new ShareGroup(broker)) {
      group.rewind();
      overtake(broker);
    }
  }

  // #region overtake
  private static void overtake(String broker) {
    try (var first = new ShareMember(broker);
        var second = new ShareMember(broker)) {
      // The first member is slow with this record.
      var slow = first.take();
      var order = slow.key();
      var record = second.take();
      while (!record.key().equals(order)) {
        second.answer(record, ACCEPT);
        record = second.take();
      }
      second.answer(record, ACCEPT);
      var later = ShareMember.idOf(record);
      System.out.println("second has handled " + later);
      first.answer(slow, ACCEPT);
      var earlier = ShareMember.idOf(slow);
      System.out.println("first has handled " + earlier);
    }
  }
  // #endregion overtake
}
