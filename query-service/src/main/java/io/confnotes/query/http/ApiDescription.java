package io.confnotes.query.http;

import io.confnotes.query.access.Scope;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What the OpenAPI document says of operations that say nothing else: they read. */
@OpenAPIDefinition(
    info = @Info(title = "Confnotes", version = "1"),
    security = @SecurityRequirement(name = "token", scopes = Scope.READ))
public final class ApiDescription extends Application {}
