package io.confnotes.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a Service of Kubernetes is to its clients: one address, where connections go to the
 * endpoints by turns. One that is open stays where it is, also when that is no endpoint any more.
 */
final class Balancer implements AutoCloseable {
  /** Much longer than between two machines, so that much is on its way whenever a service stops. */
  private static final Duration WAY = Duration.ofMillis(100);

  private final List<InetSocketAddress> endpoints = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ServerSocket socket;

  /** Listens on a free port of an address of this machine. */
  Balancer(InetAddress address) {
    try {
      socket = new ServerSocket(0, 0, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  String url() {
    return "http://%s:%d"
        .formatted(socket.getInetAddress().getHostAddress(), socket.getLocalPort());
  }

  void add(InetSocketAddress endpoint) {
    endpoints.add(endpoint);
  }

  void remove(InetSocketAddress endpoint) {
    endpoints.remove(endpoint);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }

  private void accept() {
    for (int turn = 0; !socket.isClosed(); turn++) {
      try {
        var client = socket.accept();
        var endpoint = endpoints.get(turn % endpoints.size());
        threads.execute(() -> connect(client, endpoint));
      } catch (IOException e) {
        // Closed: the loop ends
      }
    }
  }

  /** A client whose endpoint does not answer is cut off. */
  private void connect(Socket client, InetSocketAddress endpoint) {
    try (client;
        var service = new Socket(endpoint.getAddress(), endpoint.getPort())) {
      client.setTcpNoDelay(true);
      service.setTcpNoDelay(true);
      var answers = threads.submit(() -> copy(service, client));
      copy(client, service);
      answers.get();
    } catch (Exception e) {
      // What is cut off here is for the client to tell
    }
  }

  private static Void copy(Socket from, Socket to) throws IOException, InterruptedException {
    var buffer = new byte[1 << 16];
    int count;
    do {
      count = from.getInputStream().read(buffer);
      Thread.sleep(WAY);
      to.getOutputStream().write(buffer, 0, Math.max(0, count));
    } while (count >= 0);
    to.shutdownOutput();
    return null;
  }
}
