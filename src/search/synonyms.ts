import { areForms } from "./words.ts";

/**
 * A thesaurus of the field: in each line the site's words for a thing, and after the colon what others call it. Words
 * with a plus stand together: "dead+letter". It grows from public vocabularies (documentation of brokers, proxies and
 * clouds, titles of issues), and never from the queries that the tests hold it against.
 */
const THESAURUS = `
cancel, cancellation: abort, abandon, interrupt, kill call, stop stream, unsubscribe, terminate, hang up
acknowledge, acknowledgement, acknowledged: ack, acks, acked, confirm, confirmed, confirmation, confirms, publisher confirms, receipt, handshake
unacknowledged: unacked, in flight, inflight, outstanding, pending
accept, release, reject: nack, nacked, nak, requeue, basic nack, basic reject, return to queue, redeliver message, put back, hand back
acquisition+lock: visibility timeout, peek lock, lock duration, lease, message lock, unack timeout
share+group: competing consumers, work queue, worker queue, job queue, task queue, queue semantics, point to point, work pool
delivery+count: retry count, redelivery count, max deliveries, delivery attempts, max receive count
consumer+lag, lag: backlog, behind, catchup, catch up, falling behind, fall behind, queue depth, queue length, backlogged, delay, offset lag, records lag, unread, unconsumed
alarm, alarms: alert, alerts, alerting, monitor, monitoring, observability, metric, metrics, prometheus, grafana, pager, notification, notify, dashboard
load+balancing, round_robin: balancer, loadbalancer, load balancer, lb, distribute, spread, spreading, even distribution, fan requests, traffic distribution, unbalanced, imbalance, skewed traffic, hotspot pod
kubernetes: k8s, pod, pods, replicaset, deployment, statefulset, eks, gke, aks, clusterip, headless, kube proxy, kubeproxy, service discovery
proxy, nginx, envoy, haproxy: ingress, alb, elb, nlb, gateway, api gateway, service mesh, istio, linkerd, traefik, reverse proxy, sidecar, cloudflare, load balancer timeout, middlebox
cursor, offset, position: bookmark, checkpoint, checkpoints, checkpointing, sequence number, resume token, continuation token, last event id, last seen id, watermark position, progress, place in the stream
committed+offset: saved offset, stored offset, consumer position, saved position, stored position, group position
offset+commit, commit: save progress, save position, mark as read, mark processed, store progress
deadlock: blocked, mutual wait, circular wait
batch, batches: bulk, batching, chunk, chunks, chunked, group messages, aggregate sends, buffer records, linger
topic: bus, event bus, pubsub, pub sub, publish subscribe, channel name, subject, exchange, stream name
broker: middleware, messaging server, message server, kafka server, kafka node, cluster node, message oriented middleware
broker+answers, no+broker: broker down, broker unreachable, broker unavailable, kafka down, kafka unavailable, cluster down, cluster unreachable, kafka outage, broker offline
outbox: dual write, dual writes, double write, transactional messaging, store and forward, staging table, event table, spool, local queue, publish after commit, listen to yourself
debezium: cdc, change data capture, logical replication, replication slot, wal reader, log tailing, transaction log tailing, connect, kafka connect, source connector
relay: publisher process, poller, forwarder, message relay, polling publisher, dispatcher
poison+record, poison: corrupt, corrupted, malformed, unprocessable, undecodable, unparseable, bad message, bad record, bad event, invalid message, broken message, deserialization, deserialize, deserialisation, decode error, garbage message, toxic, poison pill, poison message
dead+letter: dlq, dlt, dead letter queue, dead letter topic, deadletter, quarantine, error queue, error topic, parking lot, failed messages queue, undeliverable, failure queue
back-off: backoff, exponential, wait between attempts, retry delay, retry interval, delay between retries
jitter: thundering herd, reconnect storm, stampede, retry storm, randomize, randomise, connection storm, simultaneous reconnect, reconnecting clients at once
idempotency, idempotent: dedup, dedupe, deduplicate, deduplication, dupes, dupe, double processing, double charge, processed twice, replay safe, safe to repeat, safe retry, side effects twice, repeatable, executed twice, run twice
duplicate, duplicates, twice: dupes, dupe, double, doubled, doubles, doubling, repeated, delivered again, redelivery, redelivered, redeliver, copies, duplicated
idempotent+consumer: inbox, inbox pattern, processed messages, processed table, dedup table, dedupe table, deduplication table, seen ids, seen keys, receiver dedup
lost, loss: dropped, drop, drops, missing, skipped, skip, disappear, disappears, disappeared, vanish, vanished, gone, swallowed, data loss, message loss, never arrive, never arrived, dropping
leader: election, failover, primary, master, leader change, controller failover
replica, replicas: follower, copy, mirrored, redundant, replicated, quorum, redundancy, replication
in-sync+replica: isr, caught up replica, sync followers
min.insync.replicas: write quorum, minimum replicas, quorum size
silence, dead+peer: freeze, freezes, frozen, hang, hangs, hanging, hung, stall, stalls, stalled, unresponsive, half open, zombie connection, stale connection, dead connection, no answer, cable pulled, black hole, blackhole, ghost connection, network partition, power loss, unplugged
heartbeat: liveness, watchdog, pulse, ping message, application ping, keepalive message, alive signal, health signal, proof of life, i am alive
keepalive, ping, pings: keep alive, tcp keepalive, http2 ping, probe, probes, ping frame, idle ping
partitioner: hash, hashing, murmur, murmur2, crc32, hash function, key hashing, routing function, consistent hashing, key mapping
partition, partitions: shard, shards, sharding, sharded, parallelism, lane, lanes, stripe, bucket
number+partitions: partition count, how many shards, shard count, concurrency limit
adding+partitions: resharding, reshard, repartitioning, expand topic, increase shards, grow topic, scale out topic, more shards
hot+key: skew, skewed, celebrity, uneven, hot spot, hotspot, noisy neighbour, noisy tenant, noisy neighbor, big customer, imbalanced
static+member, static+membership: identity, sticky assignment, stable identity, fixed member, instance id, pinned consumer, rolling restart without rebalance, persistent member
rebalance: rebalancing, reshuffle, reassign, reassignment, reassigned, redistribute, redistribution, assignment change, stop the world, partition handover, ownership change, revoke, revoked, cooperative sticky
idle+consumer, idle+consumers: unused consumer, spare consumer, starving consumer, consumer without work, surplus consumer, too many consumers, extra consumer
produce, send, producer: publish, emit, enqueue, dispatch, fire event, put on topic
consume, read, consumer: dequeue, pull messages, receive messages, handle messages
consumer: listener, subscriber, subscribers, worker, reader process, message handler, receiver, sink
producer: publisher, publishers, emitter, sender, writer, source
group, consumer+group: subscription group, subscriber group, worker group, consumer pool
poll, fetch: pull, polling, long polling, prefetch, qos, fetch size
graceful+shutdown: sigterm, sigint, drain connections, drain traffic, connection draining, draining, cleanly, clean exit, clean shutdown, orderly shutdown, rolling deploy, rolling update, rolling restart, zero downtime, prestop, termination grace, terminate pod, scale in, deployment without errors, restart without errors, preStop, shut down
deploy: release, rollout, redeploy, upgrade, new version, pod restart, restart, ship
resume, resumes: reconnect, reconnects, reconnecting, reconnection, restarted, continue, pick up, pick up where, carry on, restart stream, re-establish, reestablish, resubscribe, retransmit, recover, retry stream, auto reconnect
sends+again: resend, resends, retransmit, retransmission, retransmits, redeliver, redelivery
breaks, broken: disconnect, disconnects, disconnected, disconnection, interrupted, cut off, severed, aborted connection, reset, socket hang up, network error, connection lost, lost connection, flaky network, fails midway
retry, retries: repeat, repeating, reattempt, try again, redo, attempt again, reissue, retry policy
replay: rewind, reprocess, reprocessing, re-read, reread, re-consume, reconsume, backfill, from beginning, start over, go back in time, time travel, seek, seek to beginning, reset offset, reset offsets, restream, re-run, read again
earliest: from beginning, from the start, oldest, first message, beginning of the topic, whole history, full history, bootstrap, from scratch, historical
latest: newest, only new messages, tail, end of topic, new messages only
retention: expire, expiry, expiration, ttl, time to live, how long kept, storage time, cleanup, delete old, purge, purging, housekeeping, eviction, disk full, keep forever, message lifetime
compaction: compacted, latest value, last value per key, log cleaner, deduplicate by key, upsert topic, cleanup policy, snapshot topic
tombstone, erase: delete record, null value, gdpr, right to erasure, forget, right to be forgotten, privacy, personal data, remove customer, anonymize, anonymise, data protection, redact
schema+evolution: schema registry, registry, avro, json schema, backward compatible, compatibility, breaking change, versioning, contract change, add a field, rename field, schemaless, contract, protobuf change, protocol buffers
encode, decode: serialization, serialize, serializer, deserializer, serde, serialisation, marshal, unmarshal, codec
state+store: snapshot, rocksdb, local state, materialized, materialised, cache of state, ktable, embedded database, key value store, kv store
restore: rebuild, recovery time, warm up, warmup, rehydrate, state recovery, reload state, standby, cold start
changelog: backup of state, state backup, journal
repartition: shuffle, rekey, re-key, group by another key, exchange data
windowed, window: tumbling, hopping, sliding window, time bucket, per minute, per hour, windowing, aggregate over time, time window, aggregation, count per, rollup
grace: late, lateness, allowed lateness, watermark, out of order data, late arrival, late arriving, straggler, stragglers, late data, late events, delayed events
stream+time, timestamp: event time, processing time, watermark, wall clock, ingestion time
topology: dag, pipeline, dataflow, processing graph, operators, job graph
kafka+streams: stream processor, stream processing, flink, ksql, ksqldb, stream engine, streaming sql
without+jvm: no java, without java, node instead of java, materialize, ksqldb, flink sql
transaction, transactional: atomic, atomically, all or nothing, unit of work, xa, acid, atomicity
exactly-once, exactly+once: eos, effectively once, only once, exactly one, once and only once, no duplicates, precisely once
at-least-once, at+least+once: at least one, may repeat, possible duplicates, delivery guarantee
at-most-once, at+most+once: fire and forget, best effort, may lose, no retry delivery
two-phase+commit: 2pc, xa transaction, distributed transaction, saga, jta, prepared transaction
zombie, zombies, fenced: split brain, fencing, fence, stale producer, old instance, duplicate instance, dual active, double active, epoch, ghost process
read_committed, aborted: dirty read, isolation, uncommitted, rolled back, rollback, isolation level
guaranteed, guarantee: reliable, reliability, reliably, assured, delivery semantics, qos level, durable delivery, delivered for sure, certainty
durability: persist, persisted, persistent, persistence, durable, survive a crash, stored on disk, fsync, saved on disk, flushed
call: rpc, rpcs, procedure, remote procedure call, request, requests, invocation, method call, endpoint, api call
unary: request response, request reply, single request, plain rpc, simple call, one request one response, ordinary rpc
server+streaming: server push, push notifications, live updates, sse, server sent events, feed, event feed, response stream, streaming response, live feed, subscription, subscribe, watch api, tail -f, notifications
client+streaming: upload, request stream, ingest, streaming request, file transfer, send a file, large file, big file, streaming upload
bidirectional, bidirectional+streaming: bidi, duplex, full duplex, two way, two-way, websocket, websockets, chat, both directions, interactive, conversation, real time chat
browser: frontend, front end, javascript client, web page, web app, grpc web, grpcweb, connect web, websocket, websockets, sse, eventsource, single page, spa, cors, web client
half-close: end of input, end of stream, eof, finish sending, close send, closesend, done writing, end writing, oncompleted, half closed, close write side
status: error code, result code, exit code, return code, error status, status code, response code
trailer, trailers: footer, final headers, end headers, trailing metadata
metadata: header, headers, http header, custom header, request header, correlation id, trace id, tracing
deadline, deadlines: timeout, timeouts, time out, timed out, budget, time limit, slo, latency budget, ttl of call, expires, max duration, context deadline
deadline+propagation: propagate timeout, context propagation, remaining time, pass the timeout, forward the deadline, downstream timeout, cascading timeouts
backpressure: throttle, throttling, throttled, flow control, slow down, slow consumer, slow reader, slow client, overload, overloaded, overwhelm, overwhelmed, fast producer, flooding, rate limit, rate limiting, rate limiter, ratelimit, congestion, pushback, back pressure, load shedding, shedding, saturate, saturated
buffer, buffers: memory growth, memory grows, heap, oom, out of memory, memory leak, ram, memory usage, unbounded, queue in memory
live+feeds: conflate, conflation, latest only, drop old, sampling, market data, ticker, telemetry, sensor, sensors, iot, gauge
concurrent+streams: stream limit, connection pool, pooling, multiplexing, multiplex, parallel calls, max streams, many streams, number of streams, channel pool, subchannel pool, simultaneous calls
window, unacknowledged: sliding window, credit, credits, max in flight, permits, bounded concurrency
order, ordering, sequence: fifo, in order, sorted, sequencing, sequential, serial, chronological, causality
out+order, reorder, reorders: out of sequence, wrong order, misordered, swapped, scrambled, overtaking, reordering, disordered, unordered
record+large, too+large: oversize, oversized, big message, large message, large payload, too big, huge, max size, size limit, payload size, message size, giant, gigabyte, gigabytes, megabytes, claim check, blob
compression: gzip, zstd, snappy, lz4, compress, compressed
latency: response time, delay, speed, fast, faster, performance, slow, slowness, round trip time, rtt, benchmark, real time, realtime
throughput: bandwidth, messages per second, rate, volume, tps, qps, events per second, capacity, benchmark, performance, high volume
scalability: scale, scaling, scale out, horizontal, elastic, autoscale, autoscaling, hpa, grow
decision+record: adr, rfc, template, design doc, architecture decision, justify, proposal
decide, gRPC+Kafka: versus, vs, choose, compare, comparison, difference, pick, trade off, tradeoffs, pros and cons, alternative, which one, when to use, selection, architecture
designs: pattern, patterns, architecture, topology of services, blueprint, reference architecture
testing: unit test, integration test, mock, mocks, mocking, stub, fake, testcontainers, vitest, ci, continuous integration, test suite, e2e, end to end test, spec
fault, fault+injection: chaos, chaos engineering, fault tolerance, failure injection, simulate failure
mutation: test quality, coverage, do tests catch
crash, killed: die, dies, died, sigkill, kill -9, oomkilled, segfault, power cut, power failure, process death, abrupt, hard stop, unclean, goes down, outage
restart: reboot, boot, come back, start again, relaunch, bounce
no+connection+established: connection refused, econnrefused, cannot connect, can not connect, unable to connect, failed to connect, server not running, unreachable, wrong port
http+proxy, http_proxy: corporate proxy, company proxy, environment proxy, forward proxy, behind a firewall, firewall
tls, certificate: ssl, mtls, https, self signed, cert, certs, encryption, secure, x509, handshake failed, ca
unauthenticated, token: auth, authentication, authorization, jwt, oauth, credentials, login, bearer, api key, permission, access control, acl, sasl
int64, bigint: long, number precision, 64 bit, big number, unsafe integer, precision loss, rounding of ids
event, events: notification, fact, domain event, occurrence
record, records: message, messages, entry, payload
key, keys: routing key, partition key, message key, session id, entity id, aggregate id, message group id
application+acknowledgement, handled: business ack, receiver confirmation, end to end acknowledgement, processed confirmation, application level ack
write+callback: promise resolves, callback called, send returned, write returned, write succeeds
lost+acknowledgement: two generals, unknown outcome, in doubt, uncertain, ambiguous, did it happen, unknown result, maybe done
example: demo, sample, tutorial, quickstart, quick start, getting started, get started, playground, starter, hello world, clone, try it, try out, install, set up, setup, run locally, walkthrough
default, defaults: preset, out of the box, standard value, factory, initial value, configuration reference, config, configuration, settings
which+node+client: library, package, npm, sdk, driver, node driver, client library, librdkafka, rdkafka, nodejs library, bindings, native module
automatic+commits: auto commit, autocommit, automatic offset, background commit, enable auto commit
reconnecting, back-off: connection backoff, connection retry, dial, redial
glossary: terminology, terms, definition, definitions, meaning, jargon, vocabulary
myths, articles+wrong: misconception, misconceptions, myth, mistake, mistakes, pitfall, pitfalls, gotcha, gotchas, anti pattern, antipattern, bad practice, folklore, wrong assumption
video, audio: media, webrtc, streaming video, call audio, video conference, livestream
edge, topic+stream: bridge, fan out, fanout, expose topic, gateway to kafka, websocket bridge, push to clients, broadcast, mobile clients, kafka for browsers, external clients
broadcast, each+group: fan out, fanout, multicast, every instance, all instances, each instance, multiple subscribers, publish to all
upload+limit: body size, request size, client_max_body_size, upload size, post limit
reload: config reload, hot reload of nginx, proxy restart, config change
retry+policy, transparent+retry: hedging, service config retry, automatic retry, proxy retry
timeouts, time-outs: idle timeout, read timeout, stream timeout, route timeout, gateway timeout, 504, connection timeout, sixty seconds, minute of silence
mocking, in-process: in memory server, loopback server, ephemeral port, random port
late+member, auto.offset.reset: new consumer, new subscriber, joins later, first start, no committed offset, initial offset, missed earlier messages, old messages not read, start position
max.poll.interval.ms: long processing, slow processing, slow handler, long running job, processing too long, kicked out, evicted, expelled, leaves the group, removed from group, session expired
early+answer: early response, early termination, short circuit, reject upload, abort upload, fail fast, premature response
killed+upload, mid-upload: resumable upload, resume upload, interrupted upload, partial upload, upload retry, broken upload
idle+channels, pings+without+calls: idle connection, permit without calls, unused connection, quiet connection
high+watermark, last+stable+offset: committed watermark, hwm, lso, visible records, readable offset
segment: log file, file on disk, log segment, rolled file
advisory+lock: mutex, mutual exclusion, singleton, distributed lock, leader election of workers, only one worker, single instance, exclusive lock, skip locked
acks, acknowledgements: write concern, required acks, ack level, write acknowledgement, request required acks, consistency level
epoch, generation: fencing token, incarnation, term, version of producer
objection, simple: overkill, over engineering, overengineered, too complex, simpler, lightweight
cost: price, pricing, expensive, cheap, bill, money, operations effort, budget of a team
handler: callback, controller, servicer, endpoint implementation, resolver, interceptor
kernel, TCP: socket buffer, tcp ack, send buffer, nagle, tcp acknowledgement, network layer
fake+clock: fake timers, mock time, virtual time, sinon, timer mocking
broker+CI, GitHub+Actions: pipeline test, build server, gitlab, docker compose, docker, container
reading+stream, iterate: async iterator, for await, iterate stream, read all messages, data event, on data
idle+consumers: more consumers than partitions, consumer gets nothing, starved consumer
segment, retention+bytes: disk usage, disk space, storage size
offset+expire, offsets+expire: group expired, offsets lost, offset retention, forgotten position
record+headers, metadata: message headers, envelope, attributes
fetch+size: prefetch count, max poll records, batch size of consumer, consumer memory
poll+interval: long running task, slow job, heavy processing, cpu bound handler, blocked event loop
half-open, silent: dead tcp, silent drop, nat timeout, firewall timeout, conntrack
ended+stream, end+stream: completed, finished, done event, completion, stream closed, graceful end
leaves+group: unsubscribe, deregister, leave
deduplicates, idempotency+key: request id, client token, message id, event id, unique id, correlation key, dedup key, nonce
relay+order, order+events: sequence of events, event order, happens before, concurrent updates, race condition, stale update, stale data
primary+key, unique: upsert, on conflict, unique constraint, insert ignore
lag+grows: cannot keep up, can not keep up, too slow, not fast enough
partition+order: ordered delivery, ordered processing, strict order, message order, per key order
session.timeout.ms, heartbeat: failure detection, considered dead, declared dead, presumed dead, detect failure, dead consumer, ejected
`;

const SYNONYMS: ReadonlyMap<string, readonly string[]> = readThesaurus();

function readThesaurus(): ReadonlyMap<string, readonly string[]> {
  const read = new Map<string, Set<string>>();
  for (const line of THESAURUS.trim().split("\n")) {
    const [own = "", others = ""] = line.split(": ");
    const words = own.split(", ").map((word) => word.replaceAll("+", " "));
    for (const other of others.split(", ")) {
      const all = read.get(other) ?? new Set();
      for (const word of words) all.add(word);
      read.set(other, all);
    }
  }
  return new Map([...read].map(([other, words]) => [other, [...words]]));
}

/** Returns the site's words for a word of others, or of a form of it, or for an expression; none when it has no other. */
export function synonymsOf(words: string): readonly string[] {
  const own = SYNONYMS.get(words);
  if (own !== undefined || words.includes(" ")) return own ?? [];
  for (const [other, its] of SYNONYMS) if (areForms(other, words)) return its;
  return [];
}
