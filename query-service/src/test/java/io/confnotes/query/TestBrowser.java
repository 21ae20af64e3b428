package io.confnotes.query;

import static io.restassured.RestAssured.given;

import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps cookies, as browsers do, and the token of the last form that it was shown. */
public final class TestBrowser {

  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([\\w-]+)\"");

  private final CookieFilter cookies = new CookieFilter();
  private String formToken = "";

  /** A request with the cookies, for a page. */
  public RequestSpecification request() {
    return given()
        .filter(cookies)
        .redirects()
        .follow(false)
        .accept("text/html,application/xhtml+xml,*/*;q=0.8");
  }

  /** Opens a page. */
  public ValidatableResponse open(String path) {
    ValidatableResponse page = request().urlEncodingEnabled(false).get(path).then();
    keepToken(page);
    return page;
  }

  /** Sends a form that is on the page, with its token. */
  public ValidatableResponse send(String page, String action, Map<String, String> fields) {
    open(page);
    return send(action, fields);
  }

  /** Sends a form of the last page, with its token. */
  public ValidatableResponse send(String action, Map<String, String> fields) {
    ValidatableResponse answer =
        request().formParam("csrf", formToken).formParams(fields).post(action).then();
    keepToken(answer);
    return answer;
  }

  private void keepToken(ValidatableResponse page) {
    Matcher token = TOKEN.matcher(page.extract().asString());
    if (token.find()) {
      formToken = token.group(1);
    }
  }

  /** The token of the last form that was shown. */
  public String formToken() {
    return formToken;
  }

  /** Signs in with a token. */
  public TestBrowser signIn(String token) {
    send("/sign-in", "/sign-in", Map.of("token", token, "to", "/")).statusCode(303);
    return this;
  }
}
