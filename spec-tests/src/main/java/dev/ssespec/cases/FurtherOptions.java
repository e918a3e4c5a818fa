package dev.ssespec.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What few cases ask for when they open a source.
 *
 * @param readTimeoutMillis after how long a silence the client is to take the connection for lost
 * @param selfClose whether the source is to be closed from within its own handler
 * @param tls whether the source's URL is an https one
 * @param userInformation what stands before the host in the URL, {@code name:password}
 * @param ownTime whether the target keeps its own first reconnection time
 * @param showsObject whether each report shows what the source's object is like at that moment
 * @param address the text that the target is told in place of the source's URL
 */
public record FurtherOptions(
    OptionalLong readTimeoutMillis,
    Optional<SelfClose> selfClose,
    Tls tls,
    Optional<String> userInformation,
    boolean ownTime,
    boolean showsObject,
    Optional<String> address) {

  /** None of it. */
  public static final FurtherOptions NONE =
      new FurtherOptions(
          OptionalLong.empty(),
          Optional.empty(),
          Tls.NONE,
          Optional.empty(),
          false,
          false,
          Optional.empty());

  /** Whether a case is played over TLS. */
  public enum Tls {
    /** In clear text. */
    NONE,
    /** With a certificate that the target is told to trust; the server speaks HTTP/1.1. */
    TRUSTED,
    /** The same, but that the server prefers HTTP/2. */
    HTTP_TWO,
    /** With a certificate that nobody has a reason to trust. */
    UNTRUSTED
  }

  /**
   * The source is closed by its own handler.
   *
   * @param on the first of which reports: {@code opened}, {@code event} or {@code error}
   * @param times how often close is called there
   */
  public record SelfClose(String on, int times) {}

  FurtherOptions withReadTimeout(long millis) {
    return new FurtherOptions(
        OptionalLong.of(millis), selfClose, tls, userInformation, ownTime, showsObject, address);
  }

  FurtherOptions withSelfClose(SelfClose close) {
    return new FurtherOptions(
        readTimeoutMillis, Optional.of(close), tls, userInformation, ownTime, showsObject, address);
  }

  FurtherOptions withTls(Tls other) {
    return new FurtherOptions(
        readTimeoutMillis, selfClose, other, userInformation, ownTime, showsObject, address);
  }

  FurtherOptions withUser(String information) {
    return new FurtherOptions(
        readTimeoutMillis, selfClose, tls, Optional.of(information), ownTime, showsObject, address);
  }

  FurtherOptions withOwnTime() {
    return new FurtherOptions(
        readTimeoutMillis, selfClose, tls, userInformation, true, showsObject, address);
  }

  FurtherOptions withObject() {
    return new FurtherOptions(
        readTimeoutMillis, selfClose, tls, userInformation, ownTime, true, address);
  }

  FurtherOptions withAddress(String text) {
    return new FurtherOptions(
        readTimeoutMillis,
        selfClose,
        tls,
        userInformation,
        ownTime,
        showsObject,
        Optional.of(text));
  }

  /** Whether the target is told what to trust. */
  public boolean trusts() {
    return tls == Tls.TRUSTED || tls == Tls.HTTP_TWO;
  }

  List<String> capabilities() {
    List<String> needed = new ArrayList<>();
    if (readTimeoutMillis.isPresent()) {
      needed.add("read-timeout");
    }
    if (selfClose.isPresent()) {
      needed.add("close-in-handler");
    }
    if (trusts()) {
      needed.add("tls");
    }
    if (showsObject) {
      needed.add("object");
    }
    return needed;
  }

  /** For people; empty where there is nothing to say. */
  String inWords() {
    var words = new StringBuilder();
    readTimeoutMillis.ifPresent(ms -> words.append(", read timeout ").append(ms).append(" ms"));
    selfClose.ifPresent(
        close ->
            words
                .append(", close ")
                .append(close.times() == 1 ? "" : close.times() + " times ")
                .append("within the first ")
                .append(close.on()));
    words.append(
        switch (tls) {
          case NONE -> "";
          case TRUSTED -> ", over TLS";
          case HTTP_TWO -> ", over TLS, with HTTP/2 on offer";
          case UNTRUSTED -> ", over TLS with a certificate that is not trusted";
        });
    userInformation.ifPresent(user -> words.append(", user information ").append(user));
    address.ifPresent(text -> words.append(", told the address ").append(text));
    return words
        .append(ownTime ? ", its own reconnection time" : "")
        .append(showsObject ? ", showing its object" : "")
        .toString();
  }
}
