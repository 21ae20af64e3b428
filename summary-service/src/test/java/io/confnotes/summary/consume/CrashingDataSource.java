package io.confnotes.summary.consume;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database connection that dies at a chosen call, as if the process had been killed there: what
 * was not committed by then is gone, and nothing after it happens.
 */
public final class CrashingDataSource {
  private static final Set<String> STEPS =
      Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit");

  private final DataSource real;
  private final Moment moment;
  private final int crashAt;
  private int calls;
  private boolean crashed;

  /** Thrown where the process would be gone. */
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Where the process dies. Death after a statement is the same as death before the next one. */
  public enum Moment {
    BEFORE_A_CALL,
    AFTER_A_COMMIT
  }

  /**
   * Dies at the {@code crashAt}th such moment.
   *
   * @param crashAt from 1
   */
  public CrashingDataSource(DataSource real, Moment moment, int crashAt) {
    this.real = real;
    this.moment = moment;
    this.crashAt = crashAt;
  }

  public DataSource dataSource() {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          Object result = invoke(real, method, arguments);
          return result instanceof Connection connection ? connection(connection) : result;
        });
  }

  private Connection connection(Connection connection) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          if (crashed) {
            return afterCrash(method);
          }
          Object result = step(connection, connection, method, arguments);
          return switch (result) {
            case CallableStatement statement -> statement;
            case PreparedStatement statement ->
                statement(PreparedStatement.class, connection, statement);
            case Statement statement -> statement(Statement.class, connection, statement);
            case null, default -> result;
          };
        });
  }

  private <T extends Statement> T statement(Class<T> type, Connection connection, T statement) {
    return proxy(
        type,
        (self, method, arguments) ->
            crashed ? afterCrash(method) : step(connection, statement, method, arguments));
  }

  private @Nullable Object step(
      Connection connection, Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    boolean dies = counts(method.getName()) && ++calls == crashAt;
    if (dies && moment == Moment.BEFORE_A_CALL) {
      throw crash(connection);
    }
    Object result = invoke(target, method, arguments);
    if (dies) {
      throw crash(connection);
    }
    return result;
  }

  private boolean counts(String method) {
    return switch (moment) {
      case BEFORE_A_CALL -> STEPS.contains(method);
      case AFTER_A_COMMIT -> method.equals("commit");
    };
  }

  private Crash crash(Connection connection) throws java.sql.SQLException {
    crashed = true;
    connection.abort(Runnable::run);
    return new Crash();
  }

  /**
   * Clean-up code runs in this process, which a killed one would not: it must not reach anything.
   */
  private static @Nullable Object afterCrash(Method method) {
    return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
  }

  private static @Nullable Object invoke(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
