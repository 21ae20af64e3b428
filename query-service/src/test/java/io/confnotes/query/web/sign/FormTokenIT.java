package io.confnotes.query.web.sign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.confnotes.query.QueryDatabase;
import io.confnotes.query.TestBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class FormTokenIT {

  private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target", "classes");

  private final TestBrowser browser = new TestBrowser();

  /** Whatever takes a form, of whomever. */
  private static List<String> forms() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.walk(CLASSES.resolve("io/confnotes/query/web"))) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(name -> name.endsWith("Resource.class"))
          .map(name -> name.replace(".class", "").replace('/', '.'))
          .flatMap(FormTokenIT::forms)
          .sorted()
          .toList();
    }
  }

  private static Stream<String> forms(String resource) {
    try {
      Class<?> type = Class.forName(resource, false, FormTokenIT.class.getClassLoader());
      return Arrays.stream(type.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(POST.class))
          .map(method -> path(type, method));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String path(Class<?> type, Method method) {
    Path below = method.getAnnotation(Path.class);
    return ("/"
            + type.getAnnotation(Path.class).value()
            + "/"
            + (below == null ? "" : below.value()))
        .replaceAll("/+", "/")
        .replaceAll("(?<=.)/$", "")
        .replaceAll("\\{\\w+: (\\w+)[^}]*}", "$1")
        .replaceAll("\\{[^}]*}", isNumbered(method) ? "1" : "00000000-0000-4000-8000-000000000001");
  }

  private static boolean isNumbered(Method method) {
    return Arrays.asList(method.getParameterTypes()).contains(long.class);
  }

  @Test
  void shouldKnowTheForms() throws IOException {
    assertThat(forms())
        .contains("/submit", "/submit/files", "/sign-in", "/sign-out", "/submissions/followed");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void shouldRefuseEveryFormWithoutItsToken(String path) {
    browser.open("/submit").statusCode(200);
    browser.request().formParam("text", "x").post(path).then().statusCode(403);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"none", "''", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void shouldRefuseAWrongToken(String token) {
    browser.open("/submit");
    var form = browser.request().formParam("text", "what was typed");
    (token == null ? form : form.formParam("csrf", token))
        .post("/submit")
        .then()
        .statusCode(403)
        .body(containsString("Load the page again"))
        .body(containsString("what was typed"));
  }

  @Test
  void shouldRefuseTheTokenOfAnotherBrowser() {
    // Given
    TestBrowser other = new TestBrowser();
    other.open("/submit");
    browser.open("/submit");
    assertThat(other.formToken()).isNotEmpty().isNotEqualTo(browser.formToken());

    // Then
    browser
        .request()
        .formParam("csrf", other.formToken())
        .formParam("text", "x")
        .post("/submit")
        .then()
        .statusCode(403);
    given()
        .formParam("csrf", browser.formToken())
        .formParam("text", "x")
        .post("/submit")
        .then()
        .statusCode(403);
  }

  @Test
  void shouldRefuseAFormOfAnotherSite() {
    browser.open("/submit");
    browser
        .request()
        .header("Origin", "https://evil.example")
        .formParam("csrf", browser.formToken())
        .formParam("text", "x")
        .post("/submit")
        .then()
        .statusCode(403);
  }

  @Test
  void shouldTakeAFormOfItsOwn() {
    browser.open("/submit").body(not(containsString("Load the page again")));
    String first = browser.formToken();
    browser.open("/submit");
    assertThat(browser.formToken()).isEqualTo(first);
    browser.send("/submit", Map.of("text", "# any notes", "action", "submit")).statusCode(303);
  }

  @Test
  void shouldSayThatThereIsNoSignInWithoutKeys() {
    browser
        .open("/sign-in")
        .statusCode(200)
        .body(containsString("There is no sign-in here"))
        .body(not(containsString("name=\"token\"")));
  }
}
