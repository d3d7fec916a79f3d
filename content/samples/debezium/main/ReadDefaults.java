// Debezium's defaults, and the Kafka clients that it brings.
// Run: mvn -q compile exec:java -Dexec.mainClass=ReadDefaults
import io.debezium.config.Field;
import io.debezium.connector.postgresql.PostgresConnectorConfig;
import io.debezium.embedded.EmbeddedEngineConfig;
import io.debezium.transforms.outbox.EventRouterConfigDefinition;
import java.util.List;
import org.apache.kafka.common.utils.AppInfoParser;

public class ReadDefaults {
  private static final List<Field> FIELDS =
      List.of(
          EmbeddedEngineConfig.OFFSET_FLUSH_INTERVAL_MS,
          PostgresConnectorConfig.MAX_BATCH_SIZE,
          PostgresConnectorConfig.PLUGIN_NAME,
          PostgresConnectorConfig.PUBLICATION_AUTOCREATE_MODE,
          PostgresConnectorConfig.SNAPSHOT_MODE,
          EventRouterConfigDefinition.FIELD_EVENT_ID,
          EventRouterConfigDefinition.FIELD_EVENT_KEY,
          EventRouterConfigDefinition.FIELD_PAYLOAD,
          EventRouterConfigDefinition.ROUTE_BY_FIELD,
          EventRouterConfigDefinition.ROUTE_TOPIC_REPLACEMENT,
          EventRouterConfigDefinition.EXPAND_JSON_PAYLOAD,
          EventRouterConfigDefinition.OPERATION_INVALID_BEHAVIOR);

  public static void main(String[] args) {
    System.out.println(
        "kafka-clients = " + AppInfoParser.getVersion());
    for (var field : FIELDS) {
      System.out.println(
          field.name() + " = " + field.defaultValueAsString());
    }
  }
}
