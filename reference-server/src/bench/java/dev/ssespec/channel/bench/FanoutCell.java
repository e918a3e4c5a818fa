package dev.ssespec.channel.bench;

/**
 * One server with so many streams.
 *
 * @param opening seconds until all streams had their heads
 * @param heap bytes on the heap for each stream
 * @param resident bytes in memory for each stream
 * @param single milliseconds until all streams had one event, the median
 * @param slowest the same, the slowest
 * @param singleCpu microseconds of the server's processor time for each of these deliveries
 * @param rate deliveries in a second, in the best burst
 * @param cpu microseconds of the server's processor time for each delivery, in the best burst
 * @param lost events that did not come
 * @param outOfOrder events that came in the wrong place
 */
record FanoutCell(
    String name,
    int streams,
    double opening,
    long heap,
    long resident,
    double single,
    double slowest,
    double singleCpu,
    double rate,
    double cpu,
    long lost,
    long outOfOrder) {}
