package dev.ssespec.parser.bench;

/**
 * One measured pair of input and contender.
 *
 * @param nanos the tenth percentile of the time of one reading: what it takes when the machine does
 *     nothing else
 * @param median the median of the same
 * @param allocated bytes for one reading; negative where unknown
 */
record Cell(
    int round,
    Input input,
    int chunk,
    String contender,
    boolean right,
    double nanos,
    double median,
    double allocated) {}
