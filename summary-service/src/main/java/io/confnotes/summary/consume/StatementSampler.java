package io.confnotes.summary.consume;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Takes every trace that begins with a record or a request. A statement is part of one or of none:
 * what this service asks the database by itself, every second, is nobody's trace.
 */
@Singleton
public final class StatementSampler implements Sampler {
  private final Sampler others = Sampler.parentBased(Sampler.alwaysOn());

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    boolean isPart = Span.fromContext(parent).getSpanContext().isValid();
    return kind == SpanKind.CLIENT && !isPart
        ? SamplingResult.drop()
        : others.shouldSample(parent, traceId, name, kind, attributes, links);
  }

  @Override
  public String getDescription() {
    return "StatementSampler{" + others.getDescription() + "}";
  }
}
