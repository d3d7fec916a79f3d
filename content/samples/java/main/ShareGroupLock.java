// A member holds a record for longer than its lock.
// Run: mvn -q compile exec:java -Dexec.mainClass=ShareGroupLock
import static org.apache.kafka.clients.consumer.AcknowledgeType.*;

import org.apache.kafka.common.errors.InvalidRecordStateException;

public class ShareGroupLock {
  private static final String LOCK =
      "share.record.lock.duration.ms";
  /** 30 s by default; the broker allows no less than this. */
  private static final String LOCK_MS = "15000";

  public static void main(String[] arguments) throws Exception {
    var broker = Brokers.of(arguments);
    try (var group = new ShareGroup(broker)) {
      group.rewind();
      group.set(LOCK, LOCK_MS);
      try {
        outlast(broker);
      } finally {
        group.unset(LOCK);
      }
    }
  }

  // #region outlast
  private static void outlast(String broker) {
    try (var first = new ShareMember(broker);
        var second = new ShareMember(broker)) {
      var held = first.take();
      var id = ShareMember.idOf(held);
      System.out.println("first holds " + id);
      var record = second.take();
      while (record.offset() != held.offset()) {
        second.answer(record, ACCEPT);
        record = second.take();
      }
      int delivery = record.deliveryCount().orElseThrow();
      System.out.printf(
          "second has %s, delivery %d%n", id, delivery);
      try {
        first.answer(held, ACCEPT);
      } catch (InvalidRecordStateException error) {
        System.out.println("first is too late");
      }
      second.answer(record, ACCEPT);
      System.out.println("second has handled " + id);
    }
  }
  // #endregion outlast
}
