package io.confnotes.summary.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Makes what needs the pool of connections. */
final class Stores {
  @Produces
  @Singleton
  Jdbi jdbi(AgroalDataSource connections) {
    return jdbi((javax.sql.DataSource) connections);
  }

  @Produces
  @Singleton
  TalkStore talkStore(Jdbi jdbi) {
    return new TalkStore(jdbi);
  }

  static Jdbi jdbi(javax.sql.DataSource connections) {
    return Jdbi.create(connections).installPlugin(new PostgresPlugin());
  }
}
