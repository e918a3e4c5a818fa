package dev.ssespec.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection to any database that JDBC reaches, with plain SQL alone. One transaction at a time;
 * a connection that was lost is made anew for the next one. Blocks.
 */
final class Database implements AutoCloseable {
  private static final int VALID_SECONDS = 2;

  private final String url;
  private @Nullable Connection connection;

  Database(String url) {
    this.url = url;
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T on(Transaction transaction) throws SQLException;
  }

  /** Makes a value of one row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Does all of it, or nothing. */
  synchronized <T> T inTransaction(Work<T> work) throws SQLException {
    Connection current = connected();
    try {
      T result = work.on(new Transaction(current));
      current.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      rollBack(current, e);
      throw e;
    }
  }

  private static void rollBack(Connection current, Exception cause) {
    try {
      current.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private Connection connected() throws SQLException {
    Connection current = connection;
    if (current == null || !current.isValid(VALID_SECONDS)) {
      close();
      current = DriverManager.getConnection(url);
      current.setAutoCommit(false);
      connection = current;
    }
    return current;
  }

  @Override
  public synchronized void close() {
    Connection current = connection;
    connection = null;
    try {
      if (current != null) {
        current.close();
      }
    } catch (SQLException e) {
      System.getLogger(Database.class.getName())
          .log(System.Logger.Level.DEBUG, "the connection did not close in order", e);
    }
  }

  /** One transaction. */
  static final class Transaction {
    private final Connection connection;

    private Transaction(Connection connection) {
      this.connection = connection;
    }

    /** Whether there is a table of that name. */
    boolean has(String table) throws SQLException {
      try (ResultSet tables =
          connection.getMetaData().getTables(null, null, null, new String[] {"TABLE"})) {
        while (tables.next()) {
          // Some databases write names in capital letters, others do not.
          if (table.equalsIgnoreCase(tables.getString("TABLE_NAME"))) {
            return true;
          }
        }
        return false;
      }
    }

    void create(String definition) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(definition);
      }
    }

    /** Answers how many rows it has changed. */
    int change(String sql, Object... values) throws SQLException {
      try (PreparedStatement statement = prepared(sql, values)) {
        return statement.executeUpdate();
      }
    }

    <T> List<T> read(String sql, RowReader<T> reader, Object... values) throws SQLException {
      try (PreparedStatement statement = prepared(sql, values);
          ResultSet rows = statement.executeQuery()) {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
          read.add(reader.read(rows));
        }
        return read;
      }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
      PreparedStatement statement = connection.prepareStatement(sql);
      for (int i = 0; i < values.length; i++) {
        if (values[i] instanceof Long number) {
          statement.setLong(i + 1, number);
        } else {
          statement.setString(i + 1, String.valueOf(values[i]));
        }
      }
      return statement;
    }
  }
}
