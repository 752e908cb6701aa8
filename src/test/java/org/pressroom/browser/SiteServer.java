package org.pressroom.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/// Serves a folder below a sub-path, as the plainest web server would; or as a host does, compressed and from afar.
public final class SiteServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String prefix;
    private final boolean compressing;
    private final long latency;

    private SiteServer(HttpServer server, String prefix, boolean compressing, long latency) {
        this.server = server;
        this.prefix = prefix;
        this.compressing = compressing;
        this.latency = latency;
    }

    /// Starts on a free port.
    ///
    /// @param prefix begins and ends with `/`
    public static SiteServer of(Path folder, String prefix) {
        return start(folder, prefix, false, 0);
    }

    /// Starts one that compresses what it sends.
    ///
    /// @param latency milliseconds that each answer takes
    public static SiteServer distant(Path folder, String prefix, long latency) {
        return start(folder, prefix, true, latency);
    }

    private static SiteServer start(Path folder, String prefix, boolean compressing, long latency) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SiteServer server = new SiteServer(http, prefix, compressing, latency);
            http.createContext(prefix, exchange -> server.answer(exchange, folder));
            http.setExecutor(server.threads);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange, Path folder) throws IOException {
        try (exchange) {
            Thread.sleep(latency);
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(prefix.length())).normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            exchange.getResponseHeaders().set("Content-Type", switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "html" -> "text/html; charset=utf-8";
                case "js" -> "text/javascript; charset=utf-8";
                case "css" -> "text/css; charset=utf-8";
                case "svg" -> "image/svg+xml";
                case "json" -> "application/json";
                case "xml" -> "application/xml";
                default -> "application/octet-stream";
            });
            if (compressing) {
                bytes = compressed(bytes);
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /// The address of the folder, with a final slash.
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + prefix;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
