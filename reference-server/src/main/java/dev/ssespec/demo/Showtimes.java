package dev.ssespec.demo;

import dev.ssespec.channel.Channel;
import dev.ssespec.demo.Database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The showtimes in the database, and all that happened to them.
 *
 * <p>Every change takes its position by updating one row, which stays locked until the change is
 * committed: so positions become visible in their order, whoever else writes. Blocks; safe for use
 * by many threads, and by many servers on one database.
 */
final class Showtimes implements AutoCloseable {
  /** How many changes are kept, at least. */
  static final int KEPT = 10_000;

  private static final int SEATS = 60;
  private static final long MOST_SHOWS = 200;
  private static final long PRUNED_EACH = 100;

  private final Database database;

  Showtimes(String jdbcUrl) {
    database = new Database(jdbcUrl);
  }

  /** What stands in the database at one moment. */
  record Snapshot(String epoch, long position, List<Show> shows) {}

  /** Creates the tables and a first programme, if they are not there. */
  void prepare() throws SQLException {
    boolean fresh =
        database.inTransaction(
            t -> {
              if (t.has("cinema_change")) {
                return false;
              }
              createTables(t);
              return true;
            });
    if (fresh) {
      add("Metropolis", "Hall 1", "18:00");
      add("Sherlock Jr.", "Hall 2", "18:30");
      add("大路", "Hall 1", "20:15");
      add("Modern Times", "Hall 3", "21:00");
    }
  }

  private static void createTables(Transaction t) throws SQLException {
    t.create(
        "create table cinema_epoch (epoch varchar(40) not null primary key, place bigint not"
            + " null)");
    t.create(
        "create table cinema_show (id bigint not null primary key, film varchar(120) not null,"
            + " hall varchar(40) not null, starts varchar(20) not null, seats bigint not null)");
    // Last, because it is what is looked for.
    t.create(
        "create table cinema_change (place bigint not null primary key, id bigint not null,"
            + " film varchar(120) not null, hall varchar(40) not null, starts varchar(20) not"
            + " null, seats bigint not null, cancelled bigint not null)");
    t.change("insert into cinema_epoch (epoch, place) values (?, ?)", Channel.newEpoch(), 0L);
  }

  Snapshot snapshot() throws SQLException {
    return database.inTransaction(
        t ->
            new Snapshot(
                t.read("select epoch from cinema_epoch", row -> row.getString(1)).get(0),
                // First the position: what changes meanwhile will come again as a change.
                position(t),
                t.read(
                    "select id, film, hall, starts, seats from cinema_show order by id",
                    row -> show(row, 1))));
  }

  /** The changes behind a position that are kept, in order. */
  List<ShowChange> changesBehind(long position) throws SQLException {
    return database.inTransaction(
        t ->
            t.read(
                "select place, id, film, hall, starts, seats, cancelled from cinema_change"
                    + " where place > ? order by place",
                row -> new ShowChange(row.getLong(1), show(row, 2), row.getLong(7) != 0),
                position));
  }

  /**
   * Adds a showing.
   *
   * @return the position of the change
   * @throws IllegalArgumentException if there are too many
   */
  long add(String film, String hall, String starts) throws SQLException {
    return database.inTransaction(
        t -> {
          requireRoom(t);
          long position = nextPosition(t);
          // The position is as good an id as any: nobody else has it.
          Show show = new Show(position, film, hall, starts, SEATS);
          t.change(
              "insert into cinema_show (id, film, hall, starts, seats) values (?, ?, ?, ?, ?)",
              show.id(),
              film,
              hall,
              starts,
              show.seats());
          record(t, new ShowChange(position, show, false));
          return position;
        });
  }

  /**
   * Changes a showing.
   *
   * @return the position of the change
   * @throws IllegalArgumentException if there is no such showing
   */
  long edit(long id, UnaryOperator<Show> edit) throws SQLException {
    return database.inTransaction(
        t -> {
          long position = nextPosition(t);
          Show show = edit.apply(existing(t, id));
          t.change(
              "update cinema_show set film = ?, hall = ?, starts = ?, seats = ? where id = ?",
              show.film(),
              show.hall(),
              show.starts(),
              show.seats(),
              id);
          record(t, new ShowChange(position, show, false));
          return position;
        });
  }

  /**
   * Cancels a showing.
   *
   * @return the position of the change
   * @throws IllegalArgumentException if there is no such showing
   */
  long cancel(long id) throws SQLException {
    return database.inTransaction(
        t -> {
          long position = nextPosition(t);
          Show show = existing(t, id);
          t.change("delete from cinema_show where id = ?", id);
          record(t, new ShowChange(position, show, true));
          return position;
        });
  }

  /** Sells a seat of a showing; one that is sold out is shown again, in an empty hall. */
  void sellSeat(long id) throws SQLException {
    edit(id, show -> show.withSeats(show.seats() > 0 ? show.seats() - 1 : SEATS));
  }

  private static void requireRoom(Transaction t) throws SQLException {
    if (t.read("select count(*) from cinema_show", row -> row.getLong(1)).get(0) >= MOST_SHOWS) {
      throw new IllegalArgumentException("The programme is full: cancel a showing first.");
    }
  }

  private static long position(Transaction t) throws SQLException {
    return t.read("select place from cinema_epoch", row -> row.getLong(1)).get(0);
  }

  private static long nextPosition(Transaction t) throws SQLException {
    t.change("update cinema_epoch set place = place + 1");
    return position(t);
  }

  private static Show existing(Transaction t, long id) throws SQLException {
    return t
        .read(
            "select id, film, hall, starts, seats from cinema_show where id = ?",
            row -> show(row, 1),
            id)
        .stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no such showing any more."));
  }

  private static void record(Transaction t, ShowChange change) throws SQLException {
    t.change(
        "insert into cinema_change (place, id, film, hall, starts, seats, cancelled)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        change.position(),
        change.show().id(),
        change.show().film(),
        change.show().hall(),
        change.show().starts(),
        change.show().seats(),
        change.cancelled() ? 1L : 0L);
    if (change.position() % PRUNED_EACH == 0) {
      t.change("delete from cinema_change where place <= ?", change.position() - KEPT);
    }
  }

  private static Show show(ResultSet row, int first) throws SQLException {
    return new Show(
        row.getLong(first),
        row.getString(first + 1),
        row.getString(first + 2),
        row.getString(first + 3),
        row.getLong(first + 4));
  }

  @Override
  public void close() {
    database.close();
  }
}
