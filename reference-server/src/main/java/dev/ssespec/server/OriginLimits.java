package dev.ssespec.server;

import java.time.Duration;

/**
 * What an origin puts up with from its peers, so that none of them can exhaust it.
 *
 * @param maxRequestsPerStage requests that one stage answers; the next ones are reset
 * @param maxHeadBytes bytes of a request line and its header fields together
 * @param maxBodyBytes bytes of a request body
 * @param maxRecordedBytesPerStage bytes of requests that one stage keeps; the next ones are reset
 * @param maxConnections connections open at once; the next ones are closed when accepted
 * @param requestDeadline how long a peer may take to send its request
 * @param lingerAfterEnd how long a peer may take to close its side after ours has ended
 */
public record OriginLimits(
    int maxRequestsPerStage,
    int maxHeadBytes,
    int maxBodyBytes,
    long maxRecordedBytesPerStage,
    int maxConnections,
    Duration requestDeadline,
    Duration lingerAfterEnd) {

  /** 500 requests, 64 KiB heads, 1 MiB bodies, 64 MiB a stage, 12,000 connections, 30 s, 10 s. */
  public static final OriginLimits DEFAULT =
      new OriginLimits(
          500, 65_536, 1 << 20, 64L << 20, 12_000, Duration.ofSeconds(30), Duration.ofSeconds(10));

  /** These limits with another number of requests for each stage. */
  public OriginLimits withMaxRequestsPerStage(int requests) {
    return new OriginLimits(
        requests,
        maxHeadBytes,
        maxBodyBytes,
        maxRecordedBytesPerStage,
        maxConnections,
        requestDeadline,
        lingerAfterEnd);
  }
}
