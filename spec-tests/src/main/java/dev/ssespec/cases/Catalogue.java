package dev.ssespec.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Every case that the kit knows. Immutable. */
public final class Catalogue {
  private static final Catalogue WHOLE = new Catalogue(collect());

  private final List<Case> cases;

  private Catalogue(List<Case> cases) {
    this.cases = cases;
  }

  /** The whole catalogue, in the order of the codes. */
  public static Catalogue whole() {
    return WHOLE;
  }

  private static List<Case> collect() {
    List<Case> all = new ArrayList<>();
    all.addAll(ParserCases.all());
    all.addAll(LongLineCases.all());
    all.addAll(PropertyCases.all());
    all.addAll(ClientCases.all());
    all.addAll(EndpointCases.all());
    all.addAll(ToldCases.all());
    all.sort(Comparator.comparing(c -> c.header().code()));
    return List.copyOf(all);
  }

  /** All cases, in the order of the codes. */
  public List<Case> cases() {
    return cases;
  }

  /** The cases of one role. */
  public List<Case> of(Role role) {
    return cases.stream().filter(c -> c.role() == role).toList();
  }

  /**
   * The cases that targets of a role are tested with: those of the role and, for clients, those of
   * the parser too, whose streams are replayed over HTTP ({@link Replay}). A told server is an
   * endpoint too, and is watched like one.
   */
  public List<Case> playedTo(Role role) {
    List<Case> played = new ArrayList<>(of(role));
    if (role == Role.CLIENT) {
      played.addAll(cases.stream().filter(ParserCase.class::isInstance).toList());
    }
    if (role == Role.SERVER) {
      played.addAll(of(Role.SERVER_URL));
    }
    return List.copyOf(played);
  }

  /** The case of that code or slug. */
  public Optional<Case> find(String codeOrId) {
    return cases.stream()
        .filter(c -> c.header().code().equals(codeOrId) || c.header().id().equals(codeOrId))
        .findFirst();
  }

  /** {@code sha256:} and the hash over everything that decides a verdict. */
  public String hash() {
    MessageDigest digest = sha256();
    for (Case one : cases) {
      digest.update((line(one) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  /** The lock file's line for a case: code, slug, revision, and the hash of its substance. */
  public static String line(Case one) {
    byte[] hash = sha256().digest(one.substance().getBytes(StandardCharsets.UTF_8));
    return one.header().code()
        + " "
        + one.header().id()
        + " "
        + one.header().revision()
        + " "
        + HexFormat.of().formatHex(hash, 0, 16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
