// Several connections to one address, taken in turn.
import {
  type ChannelOptions,
  type Client,
  credentials,
} from "@grpc/grpc-js";

type Stub<Own> = new (
  address: string,
  channel: ReturnType<typeof credentials.createInsecure>,
  options: ChannelOptions,
) => Own;

// #region pool
/** Clients that share no connection, not even with others. */
export function openPool<Own extends Client>(
  Stub: Stub<Own>,
  address: string,
  size: number,
  options: ChannelOptions = {},
) {
  const plain = credentials.createInsecure();
  const clients = Array.from({ length: size }, () => {
    const own = { "grpc.use_local_subchannel_pool": 1 };
    return new Stub(address, plain, { ...options, ...own });
  });
  let taken = 0;
  return {
    /** The client for the next call. */
    next(): Own {
      const client = clients[taken % size];
      if (!client) throw new RangeError(`A pool of ${size}`);
      taken += 1;
      return client;
    },
    close() {
      for (const client of clients) client.close();
    },
  };
}
// #endregion pool
