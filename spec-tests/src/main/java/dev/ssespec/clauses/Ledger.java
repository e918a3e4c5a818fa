package dev.ssespec.clauses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every clause that cases refer to, in the order of the standard. Immutable. */
public final class Ledger {
  private static final Ledger WHOLE =
      new Ledger(
          Stream.of(ConnectionClauses.all(), ParsingClauses.all(), EndpointClauses.all())
              .flatMap(List::stream)
              .toList());

  private final Map<String, Clause> byId = new LinkedHashMap<>();

  private Ledger(List<Clause> clauses) {
    for (Clause clause : clauses) {
      if (byId.put(clause.id(), clause) != null) {
        throw new IllegalStateException("Two clauses are called " + clause.id());
      }
    }
  }

  /** The whole ledger. */
  public static Ledger whole() {
    return WHOLE;
  }

  /** All clauses. */
  public List<Clause> clauses() {
    return List.copyOf(byId.values());
  }

  /** The clause of that name. */
  public Optional<Clause> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
