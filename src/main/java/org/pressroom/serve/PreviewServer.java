package org.pressroom.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.pressroom.bake.SecurityHeaders;
import org.pressroom.files.RegularFile;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// Serves the files of one folder to this machine alone.
public final class PreviewServer implements AutoCloseable {

    private static final Pattern LOCAL = Pattern.compile("(?i)(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1\\])(?::\\d+)?");

    private final HttpServer server;
    private final ExecutorService threads;
    private final Path root;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private PreviewServer(HttpServer server, ExecutorService threads, Path root) {
        this.server = server;
        this.threads = threads;
        this.root = root;
    }

    /// Begins to serve.
    ///
    /// @param folder the built site
    /// @param port   0 takes a free one
    /// @throws IOException when the port is taken
    public static PreviewServer start(Path folder, int port) throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            throw new IOException("port " + port + " is taken; name another with --port", e);
        }
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        PreviewServer preview = new PreviewServer(server, threads, folder.toRealPath());
        server.setExecutor(threads);
        server.createContext("/", preview::answer);
        server.start();
        return preview;
    }

    /// Where it listens.
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /// Waits until [#close] is called.
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            SecurityHeaders.of("").forEach(exchange.getResponseHeaders()::set);
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            if (!isOurs(exchange.getRequestHeaders().getFirst("Host"))) {
                exchange.sendResponseHeaders(421, -1);
                return;
            }
            if (isAsked(exchange.getRequestHeaders())) {
                refuse(exchange);
                return;
            }
            Path file = fileFor(exchange.getRequestURI().getPath());
            Path missing = root.resolve("404.html");
            if (file != null) {
                send(exchange, 200, file, method.equals("HEAD"));
            } else if (Files.isRegularFile(missing)) {
                send(exchange, 404, missing, method.equals("HEAD"));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    /// A page of another host may have its own name lead to this machine and read what is served here.
    private static boolean isOurs(@Nullable String host) {
        return host == null || LOCAL.matcher(host).matches();
    }

    /// Whether a page of another site asks: what it may load it may read, by way of a script or a style sheet, and what it may
    /// show in a frame it may have clicked. Browsers say who asks; a link from elsewhere is opened by pasting its address.
    private static boolean isAsked(Headers request) {
        String site = request.getFirst("Sec-Fetch-Site");
        String origin = request.getFirst("Origin");
        return site != null && !site.equals("same-origin") && !site.equals("none")
            || origin != null && !origin.equalsIgnoreCase("http://" + request.getFirst("Host"));
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        byte[] text = "This preview is not shown to pages of other sites. To open it, paste its address into a new tab.\n".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(403, head ? -1 : text.length);
        if (!head) {
            exchange.getResponseBody().write(text);
        }
    }

    /// @return its real path; null when no such file is published
    private @Nullable Path fileFor(@Nullable String path) {
        if (path == null) {
            return null;
        }
        String name = path.replaceAll("^/+", "");
        try {
            Path file = root.resolve(name.isEmpty() || name.endsWith("/") ? name + "index.html" : name).normalize();
            boolean hidden = !file.startsWith(root);
            for (Path part : root.relativize(file)) {
                hidden |= part.toString().startsWith(".");
            }
            Path real = hidden || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? null : file.toRealPath();
            return real != null && real.startsWith(root) ? real : null;
        } catch (InvalidPathException | IOException e) {
            return null;
        }
    }

    private void send(HttpExchange exchange, int status, Path file, boolean headersOnly) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        SecurityHeaders.of(root.relativize(file).toString().replace(File.separatorChar, '/')).forEach(headers::set);
        headers.set("Cache-Control", "no-cache");
        long length = Files.size(file);
        if (headersOnly) {
            headers.set("Content-Length", String.valueOf(length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        try (InputStream in = RegularFile.open(file, LinkOption.NOFOLLOW_LINKS)) {
            exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
            try (OutputStream out = exchange.getResponseBody()) {
                in.transferTo(out);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        stopped.countDown();
    }
}
