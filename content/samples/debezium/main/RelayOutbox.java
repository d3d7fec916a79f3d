// Debezium, inside a program, relays the outbox to Kafka.
// Run: mvn -q compile exec:java -Dexec.mainClass=RelayOutbox
import static java.nio.charset.StandardCharsets.UTF_8;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.ConnectorCallback;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteBufferSerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.connect.source.SourceRecord;

public class RelayOutbox {
  private static KafkaProducer<String, ByteBuffer> producer;

  public static void main(String[] args) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Brokers.of(args)),
            new StringSerializer(),
            new ByteBufferSerializer());
    var engine =
        DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
            .using(OutboxSettings.with(args))
            .using(new Ready())
            .notifying(RelayOutbox::publish)
            .build();
    var stop = new Thread(() -> close(engine));
    Runtime.getRuntime().addShutdownHook(stop);
    engine.run();
    // It was not stopped: a send has failed. Start it again.
    System.exit(1);
  }

  // #region publish
  private static void publish(
      List<RecordChangeEvent<SourceRecord>> batch,
      RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
      throws InterruptedException {
    for (var event : batch) {
      // A heartbeat of Debezium's is no row of the outbox.
      var id = event.record().headers().lastWithName("id");
      if (id != null) send(event.record());
    }
    for (var event : batch) committer.markProcessed(event);
    // Writes the position down: the batch is not read again.
    committer.markBatchFinished();
  }

  /** Returns when the broker has acknowledged the event. */
  private static void send(SourceRecord event)
      throws InterruptedException {
    var record =
        new ProducerRecord<>(
            event.topic(),
            (String) event.key(),
            (ByteBuffer) event.value());
    var id = event.headers().lastWithName("id").value();
    record.headers().add("id", id.toString().getBytes(UTF_8));
    try {
      producer.send(record).get();
    } catch (ExecutionException error) {
      throw new IllegalStateException("not sent: " + id, error);
    }
  }

  // #endregion publish

  private static void close(DebeziumEngine<?> engine) {
    try {
      engine.close();
      producer.close();
      Runtime.getRuntime().halt(0);
    } catch (IOException error) {
      System.err.println(error);
    } catch (IllegalStateException error) {
      // The engine had ended by itself.
    }
  }

  private static final class Ready implements ConnectorCallback {
    @Override
    public void pollingStarted() {
      System.out.println("Relay: ready");
    }
  }
}
