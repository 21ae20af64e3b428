package io.confnotes.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.confnotes.embedded.access.TestTokens;
import io.confnotes.query.QueryConfig;
import io.confnotes.query.QueryDatabase;
import io.confnotes.query.TestBrowser;
import io.confnotes.query.TestTalks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in where reading is restricted. */
@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
@TestProfile(AccessIT.Restricted.class)
final class SignInIT {

  private final TestBrowser browser = new TestBrowser();

  @Inject QueryConfig config;

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI service;

  @Test
  void shouldLeadFromAPageToSignInAndBack() {
    // Given a page that takes a token
    browser
        .open("/talks?q=container%20x")
        .statusCode(401)
        .body(containsString("scope <code>read</code>"))
        .body(containsString("name=\"to\" value=\"/talks?q=container%20x\""));

    // When
    String target = TestTokens.of("read submit");
    browser
        .send("/sign-in", Map.of("token", " " + target + "\n", "to", "/talks?q=container%20x"))
        .statusCode(303)
        .header("Location", endsWith("/sign-in?to=%2Ftalks%3Fq%3Dcontainer%2520x"));

    // Then
    browser
        .open("/sign-in?to=%2Ftalks%3Fq%3Dcontainer%2520x")
        .statusCode(200)
        .body(containsString("<td>" + TestTokens.SUBJECT + "</td>"))
        .body(containsString("<time datetime=\"20"))
        .body(containsString("<span class=\"chip\">submit</span>"))
        .body(containsString("href=\"/talks?q=container%20x\">Go on</a>"));
    browser
        .open("/talks?q=container")
        .statusCode(200)
        .header("Cache-Control", "private, no-cache")
        .body(containsString("<a href=\"/sign-in\">" + TestTokens.SUBJECT + "</a>"));
  }

  @ParameterizedTest
  @CsvSource({"http, ", "https, ;\\s*Secure"})
  void shouldKeepTheTokenFromScriptsAndOtherSites(String scheme, String secure) {
    browser.open("/sign-in");
    browser
        .request()
        .header("X-Forwarded-Proto", scheme)
        .formParam("csrf", browser.formToken())
        .formParam("token", TestTokens.of("read"))
        .post("/sign-in")
        .then()
        .statusCode(303)
        .header(
            "Set-Cookie",
            matchesPattern(
                "confnotes_token=[\\w.-]+; Max-Age=(59\\d|600); (Expires=[^;]+; )?Path=/"
                    + (secure == null ? "" : secure)
                    + "; HTTPOnly; SameSite=Strict"));
  }

  private static Stream<String> refused() {
    return Stream.of(
        "",
        "nonsense",
        TestTokens.expired("read"),
        TestTokens.ofOtherAudience("read"),
        TestTokens.ofUnknownKey("read"),
        TestTokens.unsigned("read"),
        TestTokens.of("read ".repeat(1000)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void shouldRefuseWhatTheApiRefuses(String token) {
    browser
        .send("/sign-in", "/sign-in", Map.of("token", token, "to", "/talks"))
        .statusCode(422)
        .body(containsString("You are not signed in with it"))
        .body(containsString("name=\"to\" value=\"/talks\""));
    browser.open("/talks").statusCode(401);
  }

  @Test
  void shouldSayWhichScopeAPageTakes() {
    browser
        .signIn(TestTokens.of("submit"))
        .open("/talks")
        .statusCode(403)
        .body(containsString("Your token does not allow this"))
        .body(containsString("It takes a token with the scope <code>read</code>"))
        .body(containsString("Yours has <code>submit</code>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "https://evil.example/",
        "/\\evil.example",
        "x",
        "/\nSet-Cookie"
      })
  void shouldLeadToNoOtherSite(String to) {
    browser
        .send("/sign-in", "/sign-in", Map.of("token", TestTokens.of("read"), "to", to))
        .statusCode(303)
        .header("Location", endsWith("/sign-in?to=%2F"));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/notes",
    "POST, //api/v1/notes",
    "POST, /%61pi/v1/notes",
    "POST, /API/v1/notes",
    "POST, /api;a=b/v1/notes",
    "POST, /submit/../api/v1/notes",
    "POST, /api/v1/preview",
    "DELETE, /api/v1/documents/00000000-0000-4000-8000-000000000001"
  })
  void shouldChangeNothingInTheApiWithTheCookieAlone(String method, String path) throws Exception {
    // Given
    String token = TestTokens.of("read submit");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.toString().replaceAll("/$", "") + path))
            .method(method, BodyPublishers.ofString("x"))
            .header("Content-Type", "text/plain");
    HttpClient client = HttpClient.newHttpClient();

    // When
    int status =
        client
            .send(
                request.copy().header("Cookie", "confnotes_token=" + token).build(),
                BodyHandlers.ofString())
            .statusCode();

    // Then
    assertThat(status).isIn(401, 404, 405);
  }

  @Test
  void shouldReadTheApiWithTheCookie() {
    browser
        .signIn(TestTokens.of("read"))
        .request()
        .accept("application/json")
        .get("/api/v1/talks")
        .then()
        .statusCode(200);
  }

  @Test
  void shouldHandThePersonsTokenOn() {
    String token = TestTokens.of("read submit");
    browser
        .signIn(token)
        .send("/submit", "/submit", Map.of("text", "# whose token", "action", "preview"))
        .statusCode(200)
        .body(containsString("value=\"Bearer " + token + "\""));
  }

  @Test
  void shouldKeepWhatWasTypedWhereTheScopeIsMissing() {
    browser.signIn(TestTokens.of("read"));
    browser.open("/submit").statusCode(200).body(containsString("This takes a token"));
    browser
        .send("/submit", Map.of("text", "what was typed", "action", "submit"))
        .statusCode(403)
        .body(containsString("scope “submit”"))
        .body(containsString("href=\"/sign-in?to=/submit\""))
        .body(containsString("what was typed"));
  }

  @Test
  void shouldNotOfferToRetractWithoutTheScope() {
    String path = "/documents/" + TestTalks.ADA;
    browser
        .signIn(TestTokens.of("read"))
        .open(path)
        .statusCode(200)
        .body(containsString("takes a token with the scope <code>submit</code>"))
        .body(not(containsString("Retract it")));
    browser
        .send(path + "/retract", Map.of())
        .statusCode(403)
        .body(containsString("It takes a token with the scope <code>submit</code>"));
  }

  @Test
  void shouldForgetTheToken() {
    browser
        .signIn(TestTokens.of("read"))
        .send("/sign-in", "/sign-out", Map.of())
        .statusCode(303)
        .header("Set-Cookie", containsString("confnotes_token=; Max-Age=0"));
    browser.open("/talks").statusCode(401);
  }

  @Test
  void shouldForgetATokenThatWasWithdrawn() throws Exception {
    // Given
    String id = "withdrawn by a test";
    browser.signIn(TestTokens.withId("read", id)).open("/talks").statusCode(200);

    // When
    Files.writeString(
        config.access().revoked().orElseThrow(), id + "\n", StandardOpenOption.APPEND);

    // Then
    long end = System.nanoTime() + 30_000_000_000L;
    while (browser.open("/talks").extract().statusCode() != 401) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
    browser.open("/sign-in").statusCode(200).body(not(containsString("<td>")));
    assertThat(browser.request().get("/talks").cookie("confnotes_token")).isNull();
  }

  @Test
  void shouldRefuseAFormOfAnotherSession() {
    // Given a form that was shown before somebody else signed in
    browser.signIn(TestTokens.of("read submit")).open("/submit");
    String before = browser.formToken();
    browser.signIn(TestTokens.of("read submit"));

    // Then
    browser
        .request()
        .formParam("csrf", before)
        .formParam("text", "what was typed")
        .formParam("action", "submit")
        .post("/submit")
        .then()
        .statusCode(403)
        .body(containsString("Load the page again"))
        .body(containsString("what was typed"));
  }
}
