#!/usr/bin/env bash
# Debezium 3.6.1.Final (debezium-embedded, which brings Kafka Connect's runtime 4.3.0) beside kafka-clients 4.4.0.
#
# Expected: a minor release of kafka-clients can be named in pom.xml, as one does to talk to a newer broker, and as
# a parent POM does unasked.
# Seen: the file of positions, with which every embedded engine begins, does not start:
#   java.lang.NoClassDefFoundError: org/apache/kafka/common/utils/ThreadUtils
# In 4.4.0 the class has moved to org.apache.kafka.common.utils.internals. With 4.3.0 the same program prints "started".
# Maven reports nothing, and neither does the compiler: the class is named in Connect's jar alone.
#
# Needs: a JDK 17 or later, Maven, and Maven Central. Takes half a minute.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>findings</groupId>
  <artifactId>positions</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka-clients</artifactId>
      <version>${clients}</version>
    </dependency>
    <dependency>
      <groupId>io.debezium</groupId>
      <artifactId>debezium-embedded</artifactId>
      <version>3.6.1.Final</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
XML

cat > Positions.java <<'JAVA'
import java.util.Map;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.runtime.standalone.StandaloneConfig;
import org.apache.kafka.connect.storage.FileOffsetBackingStore;

public final class Positions {
  public static void main(String[] args) {
    var json = new JsonConverter();
    json.configure(Map.of("schemas.enable", "false"), true);
    var converter = JsonConverter.class.getName();
    var store = new FileOffsetBackingStore(json);
    store.configure(
        new StandaloneConfig(
            Map.of(
                "bootstrap.servers", "localhost:9092",
                "key.converter", converter,
                "value.converter", converter,
                "offset.storage.file.filename", "positions.dat")));
    try {
      store.start();
      store.stop();
      System.out.println("started");
    } catch (LinkageError error) {
      System.out.println(error);
    }
  }
}
JAVA

# Prints what the program says beside a version of kafka-clients.
beside() {
  mvn -q -B -Dclients="$1" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
    -Dmdep.outputFile="$1.txt" >/dev/null
  java -cp "$(cat "$1.txt")" Positions.java
}

expect() {
  local seen
  seen=$(beside "$1")
  printf 'kafka-clients %s: %s\n' "$1" "$seen"
  if [ "$seen" != "$2" ]; then
    printf 'Expected: %s\n' "$2" >&2
    exit 1
  fi
}

expect 4.3.0 "started"
expect 4.4.0 "java.lang.NoClassDefFoundError: org/apache/kafka/common/utils/ThreadUtils"
