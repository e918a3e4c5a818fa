package dev.ssespec.peer;

import static dev.ssespec.peer.ClientFault.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A coding other than gzip, as it is, or as faults have it. */
final class PlainHolding implements PlainCoding {
  private final PlainManner manner;
  private final PlainCoding coding;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();

  PlainHolding(PlainManner manner, PlainCoding coding) {
    this.manner = manner;
    this.coding = coding;
  }

  @Override
  public byte[] feed(byte[] piece) throws IOException {
    if (manner.has(READS_OTHER_CODINGS_AS_THEY_ARE)) {
      return piece;
    }
    if (manner.has(HOLDS_OTHER_CODINGS_UNTIL_END)) {
      held.writeBytes(piece);
      return new byte[0];
    }
    return coding.feed(piece);
  }

  @Override
  public byte[] end() throws IOException {
    if (manner.has(READS_OTHER_CODINGS_AS_THEY_ARE)) {
      return new byte[0];
    }
    return PlainBytes.join(coding.feed(held.toByteArray()), coding.end());
  }
}
