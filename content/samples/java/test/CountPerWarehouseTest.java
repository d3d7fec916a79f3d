// The topology by itself, without a broker.
// Run: mvn -q test -Dtest=CountPerWarehouseTest
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CountPerWarehouseTest {
  private static final Instant NINE =
      Instant.parse("2026-03-02T09:00:00Z");

  private final TopologyTestDriver driver =
      new TopologyTestDriver(
          CountPerWarehouse.topology(),
          CountPerWarehouse.settings("none:9092"));

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void aWindowHasTheEventsOfItsMinute() {
    happens("ams", 0, 59, 60);
    happens("ber", 200);
    assertEquals(Map.of("09:00 ams", "2", "09:01 ams", "1"), closed());
  }

  @Test
  void nothingComesBeforeTheGraceIsOver() {
    happens("ams", 0, 89);
    assertEquals(Map.of(), closed());
    happens("ber", 90);
    assertEquals(Map.of("09:00 ams", "1"), closed());
  }

  @Test
  void aLateEventCountsWithinTheGrace() {
    happens("ams", 0, 89, 30, 90);
    assertEquals(Map.of("09:00 ams", "2"), closed());
  }

  @Test
  void anEventAfterTheGraceIsDropped() {
    happens("ams", 0, 90, 30);
    assertEquals(Map.of("09:00 ams", "1"), closed());
  }

  /** Events of a warehouse, so many seconds after nine. */
  private void happens(String warehouseId, int... seconds) {
    var events =
        driver.createInputTopic(
            "order-events",
            new StringSerializer(),
            new ByteArraySerializer());
    for (int second : seconds) {
      var at = NINE.plusSeconds(second);
      events.pipeInput("o-001", encode(warehouseId), at);
    }
  }

  /** What has come since the last time: window, count. */
  private Map<String, String> closed() {
    var results =
        driver.createOutputTopic(
            "orders-per-warehouse",
            new StringDeserializer(),
            new StringDeserializer());
    var closed = new TreeMap<String, String>();
    results
        .readKeyValuesToMap()
        .forEach((window, count) ->
            closed.put(window.substring("2026-03-02T".length()), count));
    return closed;
  }

  /** Field 3, and its length: all that the topology reads. */
  private static byte[] encode(String warehouseId) {
    var text = (char) 0x1a + "" + (char) warehouseId.length();
    return (text + warehouseId).getBytes(UTF_8);
  }
}
