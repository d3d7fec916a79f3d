// What Debezium's outbox router sends, by its defaults.
// Beside routed-by-default.ts, as RelayOutbox is started.
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.Header;
import io.debezium.engine.format.Json;
import io.debezium.engine.format.KeyValueHeaderChangeEventFormat;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

public class RouteByDefault {
  private static final int LIMIT_S = 60;

  public static void main(String[] args)
      throws IOException, InterruptedException {
    var events =
        new LinkedBlockingQueue<ChangeEvent<String, String>>();
    var json =
        KeyValueHeaderChangeEventFormat.of(
            Json.class, Json.class, Json.class);
    var engine =
        DebeziumEngine.create(json)
            .using(OutboxSettings.byDefault())
            .notifying(event -> events.add(event))
            .build();
    var text = new StringSerializer();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", Brokers.of(args));
    var thread = Executors.newSingleThreadExecutor();
    try (var producer = new KafkaProducer<>(settings, text, text);
        engine) {
      thread.execute(engine);
      var event = events.poll(LIMIT_S, SECONDS);
      if (event == null) {
        throw new IllegalStateException("no event");
      }
      producer.send(toRecord(event));
    } finally {
      thread.shutdown();
    }
    System.out.println("The event is sent");
  }

  /** As the engine gives it: texts, and the topic's name. */
  private static ProducerRecord<String, String> toRecord(
      ChangeEvent<String, String> event) {
    var record =
        new ProducerRecord<>(
            event.destination(), event.key(), event.value());
    List<Header<String>> headers = event.headers();
    for (var header : headers) {
      var bytes = header.getValue().getBytes(UTF_8);
      record.headers().add(header.getKey(), bytes);
    }
    return record;
  }
}
