// Events per warehouse and minute, counted by Kafka Streams.
// Run: mvn -q compile exec:java -Dexec.mainClass=CountPerWarehouse
import static org.apache.kafka.streams.KafkaStreams.State.RUNNING;
import static org.apache.kafka.streams.kstream.Suppressed.BufferConfig.unbounded;
import static org.apache.kafka.streams.kstream.Suppressed.untilWindowCloses;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.Windowed;

public class CountPerWarehouse {
  static final Duration MINUTE = Duration.ofMinutes(1);
  static final Duration GRACE = Duration.ofSeconds(30);
  static final Duration YEAR = Duration.ofDays(365);

  // #region topology
  static Topology topology() {
    var text = Serdes.String();
    var bytes = Serdes.ByteArray();
    var minutes = TimeWindows.ofSizeAndGrace(MINUTE, GRACE);
    var builder = new StreamsBuilder();
    builder
        .stream("order-events", Consumed.with(text, bytes))
        .groupBy(
            (orderId, event) -> OrderEvent.parse(event).warehouseId(),
            Grouped.with("by-warehouse", text, bytes))
        .windowedBy(minutes)
        .count(Materialized.as("counts"))
        .suppress(untilWindowCloses(unbounded()).withName("closed"))
        .toStream()
        .map((window, count) ->
            KeyValue.pair(nameOf(window), count.toString()))
        .to("orders-per-warehouse", Produced.with(text, text));
    return builder.build();
  }
  // #endregion topology

  /** "2026-03-02T09:00 ams" */
  private static String nameOf(Windowed<String> window) {
    var start = window.window().startTime().toString();
    return start.substring(0, 16) + " " + window.key();
  }

  // #region settings
  static Properties settings(String broker) {
    var settings = new Properties();
    settings.putAll(Map.of(
        "bootstrap.servers", broker,
        // The group's id, and the prefix of the topics it
        // creates.
        "application.id", "per-warehouse",
        "processing.guarantee", "exactly_once_v2",
        // Beside the program, not below /tmp.
        "state.dir", "state",
        // Retention counts from a record's time: these are old.
        "windowstore.changelog.additional.retention.ms",
        YEAR.toMillis()));
    return settings;
  }
  // #endregion settings

  public static void main(String[] arguments) {
    var broker = Brokers.of(arguments);
    var settings = settings(broker);
    // Unique among live processes: a restart keeps its tasks.
    if (arguments.length > 1) settings.put("group.instance.id", arguments[1]);
    var streams = new KafkaStreams(topology(), settings);
    var isReady = new AtomicBoolean();
    streams.setStateListener((now, before) -> {
      if (now == RUNNING && !isReady.getAndSet(true)) {
        System.out.println("Warehouse: ready");
      }
    });
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      streams.close();
      // Exit status 0: the program was stopped.
      Runtime.getRuntime().halt(0);
    }));
    streams.start();
  }
}
