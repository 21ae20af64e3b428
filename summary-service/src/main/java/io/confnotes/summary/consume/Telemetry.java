package io.confnotes.summary.consume;

import io.confnotes.summary.store.Change;
import io.confnotes.summary.store.TalkStore;
import io.confnotes.summary.store.TalkStore.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of the consumer from outside.
 *
 * <ul>
 *   <li>{@code confnotes.records} (counter, tag {@code outcome}): records applied, by what became
 *       of them. The sum over the outcomes is the number of records that progress has passed.
 *   <li>{@code confnotes.last.applied} (gauge, seconds since 1970): when the last batch was
 *       committed; not a number until one was.
 *   <li>{@code confnotes.freshness} (timer): from the acceptance of a submission to the commit that
 *       makes it visible, of stored documents.
 * </ul>
 *
 * Each record's work is a span of the trace that its submission began, and a line of the log with
 * its id.
 */
final class Telemetry implements TalkStore.Observer {
  private static final Logger LOG = Logger.getLogger(Telemetry.class);

  private final Tracer tracer;
  private final TextMapPropagator propagator;
  private final Map<Outcome, Counter> records = new EnumMap<>(Outcome.class);
  private final Timer freshness;
  private volatile double lastApplied = Double.NaN;

  Telemetry(OpenTelemetry telemetry, MeterRegistry meters) {
    this.tracer = telemetry.getTracer("io.confnotes.summary");
    this.propagator = telemetry.getPropagators().getTextMapPropagator();
    for (Outcome outcome : Outcome.values()) {
      records.put(
          outcome,
          Counter.builder("confnotes.records")
              .description("Records of the log that were applied")
              .tag("outcome", name(outcome))
              .register(meters));
    }
    TimeGauge.builder("confnotes.last.applied", () -> lastApplied, TimeUnit.SECONDS)
        .description("When a batch of records was last applied, since 1970")
        .register(meters);
    this.freshness =
        Timer.builder("confnotes.freshness")
            .description("From the acceptance of a submission to the commit that makes it visible")
            .publishPercentileHistogram()
            .register(meters);
  }

  @Override
  public Outcome around(Change change, Supplier<Outcome> work) {
    Span span =
        tracer
            .spanBuilder("apply document")
            .setSpanKind(SpanKind.CONSUMER)
            .setParent(parent(change))
            .startSpan();
    try (Scope _ = span.makeCurrent()) {
      return traced(span, work);
    } finally {
      span.end();
    }
  }

  /** Counts and logs what was committed. */
  void applied(List<Change> changes, List<Outcome> outcomes) {
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      Outcome outcome = outcomes.get(i);
      count(change, outcome);
      Span remote = Span.fromContext(parent(change));
      traced(
          remote,
          () -> {
            LOG.infof(
                "record applied outcome=%s submissionId=%s partition=%d offset=%d",
                name(outcome),
                change.envelope().submissionId(),
                change.envelope().partition(),
                change.envelope().offset());
            return outcome;
          });
    }
    lastApplied = Instant.now().getEpochSecond();
  }

  private void count(Change change, Outcome outcome) {
    Objects.requireNonNull(records.get(outcome)).increment();
    if (outcome == Outcome.STORED) {
      freshness.record(Duration.between(change.envelope().submittedAt(), Instant.now()));
    }
  }

  private static String name(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Outcome traced(Span span, Supplier<Outcome> work) {
    MDC.put("traceId", span.getSpanContext().getTraceId());
    try {
      return work.get();
    } finally {
      MDC.remove("traceId");
    }
  }

  private Context parent(Change change) {
    return propagator.extract(Context.root(), change, new TraceHeaders());
  }

  private static final class TraceHeaders implements TextMapGetter<Change> {
    @Override
    public Iterable<String> keys(Change change) {
      return List.of("traceparent");
    }

    @Override
    public @Nullable String get(@Nullable Change change, String key) {
      return change != null && key.equals("traceparent") ? change.envelope().traceparent() : null;
    }
  }
}
