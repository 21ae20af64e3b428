package io.confnotes.standalone.server;

import io.confnotes.standalone.process.BoundedLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Takes what the broker in this JVM logs to a file: warnings, and worse. */
public final class ServerLog extends Handler {

  private final BoundedLog log;

  private ServerLog(BoundedLog log) {
    this.log = log;
  }

  /** Replaces the log's other destinations in this JVM. */
  public static void writeTo(Path file) {
    LogManager.getLogManager().reset();
    var root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(new ServerLog(new BoundedLog(file)));
  }

  /** Keeps Kafka's clients from writing to the terminal. */
  public static void silence() {
    LogManager.getLogManager().reset();
  }

  @Override
  public void publish(LogRecord record) {
    var text = new StringWriter();
    text.append(record.getInstant().toString()).append(' ').append(record.getLevel().getName());
    text.append(" [").append(record.getLoggerName()).append("] ").append(record.getMessage());
    if (record.getThrown() != null) {
      text.append('\n');
      record.getThrown().printStackTrace(new PrintWriter(text, true));
    }
    log.write(text.toString());
  }

  @Override
  public void flush() {
    // Each record is written at once
  }

  @Override
  public void close() {
    log.close();
  }
}
