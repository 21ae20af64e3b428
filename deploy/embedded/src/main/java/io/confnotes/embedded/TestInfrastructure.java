package io.confnotes.embedded;

import java.sql.Connection;
import java.sql.SQLException;

/** One broker and one PostgreSQL for tests, wherever they run. */
interface TestInfrastructure extends AutoCloseable {

  String bootstrapServers();

  /** A JDBC address without user and password, the same after a restart. */
  String url(String database);

  /** A connection of the superuser. */
  Connection connect() throws SQLException;

  /** The databases come back with {@link #startPostgreSQL()}. */
  void stopPostgreSQL();

  void startPostgreSQL();

  @Override
  void close();
}
