// What the topology needs of an event. In a build of your own
// protoc generates all of it from shop/v1/orders.proto.
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

record OrderEvent(String warehouseId) {
  private static final int WAREHOUSE_ID = 3;

  /** Each field is a tag, a length, and that many bytes. */
  static OrderEvent parse(byte[] message) {
    var bytes = ByteBuffer.wrap(message);
    while (bytes.hasRemaining()) {
      int field = readVarint(bytes) >> 3;
      var value = new byte[readVarint(bytes)];
      bytes.get(value);
      if (field == WAREHOUSE_ID) {
        return new OrderEvent(new String(value, UTF_8));
      }
    }
    throw new IllegalArgumentException("no warehouse_id");
  }

  private static int readVarint(ByteBuffer bytes) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      value |= (next & 0x7f) << shift;
      if (next >= 0) return value;
    }
  }
}
