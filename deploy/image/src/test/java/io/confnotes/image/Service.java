package io.confnotes.image;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A container of a service, confined as its manifest says. Without a port until it serves. */
final class Service extends GenericContainer<Service> {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String KEY = "/etc/confnotes/access/key.pem";

  private final Manifest manifest;

  Service(String name, Network network) {
    super(
        DockerImageName.parse(
            "confnotes/" + name + ":" + System.getProperty("confnotes.test.image.services")));
    manifest = Manifest.of(name);
    var confinement = new Confinement(manifest.user(), manifest.mebibytes());
    withCreateContainerCmdModifier(confinement::confine);
    withNetwork(network);
    withTmpFs(Map.of("/tmp", "rw,exec,size=64m,mode=1777"));
    withLogConsumer(frame -> System.out.print(name + " | " + frame.getUtf8String()));
  }

  /** Runs to its end. */
  Service once() {
    return withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(PATIENCE));
  }

  /**
   * Serves with access by tokens, and counts nobody's requests.
   *
   * @param key the file of the public key of who signs them
   */
  Service serving(String key) {
    // Testcontainers would first try with an image of its own whether the engine sees the files of
    // this machine, and spend minutes where it can't pull that
    return withCreateContainerCmdModifier(
            command ->
                requireNonNull(command.getHostConfig())
                    .withBinds(new Bind(key, new Volume(KEY), AccessMode.ro)))
        .withEnv("CONFNOTES_HTTP_HOST", "0.0.0.0")
        .withEnv("CONFNOTES_HTTP_PORT", Integer.toString(manifest.port()))
        .withEnv("CONFNOTES_ACCESS_KEYS", KEY)
        .withEnv("CONFNOTES_ACCESS_REQUESTS_PER_MINUTE", "0")
        .withExposedPorts(manifest.port())
        .waitingFor(
            Wait.forHttp("/q/health/ready").forPort(manifest.port()).withStartupTimeout(PATIENCE));
  }

  /** Where this machine reaches it. */
  InetSocketAddress address() {
    return new InetSocketAddress(getHost(), getMappedPort(manifest.port()));
  }

  String url() {
    return "http://%s:%d".formatted(getHost(), getMappedPort(manifest.port()));
  }

  /** Whether it is, also after its engine has started it again, which changes ports. */
  boolean isReady() {
    var container = getDockerClient().inspectContainerCmd(getContainerId()).exec();
    var address =
        container.getNetworkSettings().getNetworks().values().iterator().next().getIpAddress();
    try {
      var url = "http://%s:%d/q/health/ready".formatted(address, manifest.port());
      var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Tells it to stop as Kubernetes does after {@code preStop}, and waits until it has, or was
   * killed at the end of its grace period.
   *
   * @return the exit code
   */
  long terminate() {
    getDockerClient()
        .stopContainerCmd(getContainerId())
        .withTimeout(manifest.secondsToStop())
        .exec();
    var state = getDockerClient().inspectContainerCmd(getContainerId()).exec().getState();
    return requireNonNull(state.getExitCodeLong());
  }
}
