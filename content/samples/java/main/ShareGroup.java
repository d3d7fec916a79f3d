// The share group "warehouse", as its operator sees it.
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;

class ShareGroup implements AutoCloseable {
  private static final String NAME = "warehouse";
  private static final TopicPartition PARTITION =
      new TopicPartition("order-events", 0);

  private final Admin admin;

  ShareGroup(String broker) {
    admin = Admin.create(Map.of("bootstrap.servers", broker));
  }

  // #region rewind
  /** Everything is new to it again. It must have no members. */
  void rewind() throws ExecutionException, InterruptedException {
    var first = Map.of(PARTITION, 0L);
    admin.alterShareGroupOffsets(NAME, first).all().get();
  }
  // #endregion rewind

  /** All members have it from now on. */
  void set(String setting, String value)
      throws ExecutionException, InterruptedException {
    change(new ConfigEntry(setting, value), OpType.SET);
  }

  /** Back to what the broker has. */
  void unset(String setting)
      throws ExecutionException, InterruptedException {
    change(new ConfigEntry(setting, ""), OpType.DELETE);
  }

  private void change(ConfigEntry entry, OpType type)
      throws ExecutionException, InterruptedException {
    var group = new ConfigResource(Type.GROUP, NAME);
    Collection<AlterConfigOp> changes =
        List.of(new AlterConfigOp(entry, type));
    var all = Map.of(group, changes);
    admin.incrementalAlterConfigs(all).all().get();
  }

  @Override
  public void close() {
    admin.close();
  }
}
