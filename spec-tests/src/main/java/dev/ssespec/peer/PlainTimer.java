package dev.ssespec.peer;

import static dev.ssespec.peer.ClientFault.*;

import java.math.BigInteger;
import java.util.OptionalLong;

/** The reconnection time. Its fields are set by the source's thread alone. */
final class PlainTimer {
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final long DEFAULT_MILLIS = 100;

  private final PlainManner manner;
  private final long first;
  private BigInteger millis;
  private boolean set;
  private boolean stopped;
  private int losses;

  PlainTimer(PlainManner manner, OptionalLong option) {
    this.manner = manner;
    first = option.orElse(DEFAULT_MILLIS);
    millis = BigInteger.valueOf(first);
  }

  /** A retry field was read. */
  void retry(String value) throws PlainFailure {
    if (manner.has(IGNORES_RETRY) || (manner.has(TAKES_FIRST_RETRY_ALONE) && set)) {
      return;
    }
    String digits = digits(value);
    if (digits.isEmpty()) {
      if (manner.has(DIES_OF_BAD_RETRY) && !value.isEmpty()) {
        throw new PlainFailure("a retry that is no number");
      }
      return;
    }
    boolean octal = manner.has(READS_RETRY_IN_BASE_EIGHT) && digits.startsWith("0");
    millis = new BigInteger(digits, octal ? 8 : 10);
    set = true;
    stopped = manner.has(STOPS_AT_RETRY_ZERO) && millis.signum() == 0;
  }

  /** What the field stands for, as a number; empty where it is ignored. */
  private String digits(String value) {
    if (value.matches("[0-9]+")) {
      return value;
    }
    if (manner.has(READS_RETRY_WITH_SIGN) && value.matches("[+-][0-9]+")) {
      return value;
    }
    if (manner.has(STRIPS_CONTROLS_OFF_RETRY) && value.trim().matches("[0-9]+")) {
      return value.trim();
    }
    if (manner.has(READS_RETRY_OF_ANY_DIGITS) && value.matches("\\p{Nd}+")) {
      return value;
    }
    if (manner.has(READS_RETRY_UP_TO_JUNK)) {
      String start = value.strip().replaceFirst("^([+-]?[0-9]+).*", "$1");
      return start.matches("[+-]?[0-9]+") ? start : "";
    }
    return "";
  }

  /** A connection is announced. */
  void connected() {
    if (manner.has(FORGETS_RETRY_AFTER_RECONNECT)) {
      millis = BigInteger.valueOf(first);
    }
  }

  /** Whether a fault keeps the source from coming back at all. */
  boolean stopped() {
    return stopped;
  }

  /** How long to wait now, in milliseconds; 0 or less for not at all. */
  long next() {
    losses++;
    long wait = millis.min(LARGEST).longValue();
    if (manner.has(WRAPS_RETRY_AT_INT)) {
      wait = millis.intValue();
    }
    if (manner.has(OVERFLOWS_RETRY_IN_NANOS)) {
      wait = wait * 1_000_000 / 1_000_000;
    }
    if (manner.is(ClientOddball.CLAMPS_RETRY)) {
      wait = Math.max(20, Math.min(wait, 10_000));
    }
    if (manner.is(ClientOddball.WAITS_LONGER)) {
      wait = Math.min(wait, Long.MAX_VALUE / 4) * 3;
    }
    return manner.is(ClientOddball.BACKS_OFF)
        ? Math.addExact(Math.min(wait, 1L << 40), 40L * losses)
        : wait;
  }
}
