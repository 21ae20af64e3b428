package io.confnotes.embedded;

import java.sql.Connection;
import java.sql.SQLException;

/** One broker and one PostgreSQL for tests, wherever they run. */
interface TestInfrastructure extends AutoCloseable {

  String bootstrapServers();

  /** What a JDBC address begins with, up to the database's name; the same after a restart. */
  String address();

  default String url(String database) {
    return address() + database;
  }

  /** Another one with each call, for names that nobody else has. */
  int nextNumber();

  /** A connection of the superuser. */
  Connection connect() throws SQLException;

  /** The databases come back with {@link #startPostgreSQL()}. */
  void stopPostgreSQL();

  void startPostgreSQL();

  @Override
  void close();
}
