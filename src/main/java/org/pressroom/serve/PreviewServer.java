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
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Serves the files of one folder, which may change meanwhile, and tells the browsers when they do.
public final class PreviewServer implements AutoCloseable {

    /// A browser that is gone is noticed when something is sent to it.
    private static final long HEARTBEAT_MILLIS = 15_000;
    /// A page that takes the place of another is not there for a moment on some file systems.
    private static final int TRIES = 3;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Path root;
    private final Hosts hosts;
    private final @Nullable PreviewState state;

    private PreviewServer(HttpServer server, ExecutorService threads, Path root, Hosts hosts, @Nullable PreviewState state) {
        this.server = server;
        this.threads = threads;
        this.root = root;
        this.hosts = hosts;
        this.state = state;
    }

    /// Begins to serve a folder as it is to this machine alone.
    ///
    /// @param folder the built site
    /// @param port   0 takes a free one
    /// @throws IOException when the port is taken
    public static PreviewServer start(Path folder, int port) throws IOException {
        return start(folder, port, null);
    }

    /// Begins to serve to this machine alone.
    ///
    /// @param state what the browsers are told; null when nothing changes
    /// @throws IOException when the port is taken
    public static PreviewServer start(Path folder, int port, @Nullable PreviewState state) throws IOException {
        return start(folder, InetAddress.getLoopbackAddress(), port, Hosts.LOOPBACK, state);
    }

    /// Begins to serve to whoever can reach an address of this machine.
    ///
    /// @param host a name or address of this machine; `0.0.0.0` for all that it has
    /// @throws IOException when it is not an address of this machine, or the port is taken
    public static PreviewServer start(Path folder, String host, int port, @Nullable PreviewState state) throws IOException {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IOException("there is no host `" + host + "`; name an address of this machine with --host, or 0.0.0.0 for all of them", e);
        }
        return start(folder, address, port, Hosts.of(host, address), state);
    }

    private static PreviewServer start(Path folder, InetAddress address, int port, Hosts hosts, @Nullable PreviewState state) throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(address, port), 0);
        } catch (BindException e) {
            throw new IOException(String.valueOf(e.getMessage()).contains("assign") ? "this machine does not have the address " + Hosts.literal(address)
                + "; name one that it has with --host" : "port " + port + " is taken; name another with --port", e);
        }
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        PreviewServer preview = new PreviewServer(server, threads, folder.toRealPath(), hosts, state);
        server.setExecutor(threads);
        server.createContext("/", preview::answer);
        server.start();
        return preview;
    }

    /// Where it listens.
    public URI address() {
        InetAddress address = server.getAddress().getAddress();
        String host = address.isLoopbackAddress() || address.isAnyLocalAddress() ? "localhost" : Hosts.literal(address);
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/");
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
            if (!hosts.hold(exchange.getRequestHeaders().getFirst("Host"))) {
                exchange.sendResponseHeaders(421, -1);
                return;
            }
            if (isAsked(exchange.getRequestHeaders())) {
                refuse(exchange);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            if (path == null || state == null || !path.startsWith("/" + LivePage.FOLDER)) {
                sendFile(exchange, path);
                return;
            }
            switch (path.substring(LivePage.FOLDER.length() + 1)) {
                case "live.js" -> sendOwn(exchange, "live.js");
                case "live.css" -> sendOwn(exchange, "live.css");
                case "marks.css" -> sendOwn(exchange, "marks.css");
                case "events" -> tell(exchange, state);
                default -> sendFile(exchange, path);
            }
        }
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
        send(exchange, 403, text);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void sendFile(HttpExchange exchange, @Nullable String path) throws IOException {
        for (int left = TRIES; ; left--) {
            // Asked before the file is read: a change in between is told once more than need be.
            String mark = state == null ? "" : state.mark();
            Path file = fileFor(path);
            Path missing = root.resolve("404.html");
            try {
                if (file != null) {
                    send(exchange, 200, file, address(file), mark);
                } else if (Files.isRegularFile(missing)) {
                    send(exchange, 404, missing, path == null ? "404.html" : name(path), mark);
                } else {
                    exchange.sendResponseHeaders(404, -1);
                }
                return;
            } catch (NoSuchFileException e) {
                if (left == 0) {
                    exchange.sendResponseHeaders(404, -1);
                    return;
                }
            }
        }
    }

    private static String name(String path) {
        String name = path.replaceAll("^/+", "");
        return name.isEmpty() || name.endsWith("/") ? name + "index.html" : name;
    }

    private String address(Path file) {
        return root.relativize(file).toString().replace(File.separatorChar, '/');
    }

    /// @return its real path; null when no such file is published
    private @Nullable Path fileFor(@Nullable String path) {
        if (path == null) {
            return null;
        }
        try {
            Path file = root.resolve(name(path)).normalize();
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

    /// @param page the address that the browser shows; that of a page that is missing, not of the page that says so
    private void send(HttpExchange exchange, int status, Path file, String page, String mark) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        String address = address(file);
        SecurityHeaders.of(address).forEach(headers::set);
        headers.set("Cache-Control", "no-cache");
        if (state != null && address.endsWith(".html")) {
            send(exchange, status, LivePage.of(RegularFile.read(file, Integer.MAX_VALUE - 1024, LinkOption.NOFOLLOW_LINKS), page, mark));
            return;
        }
        long length = Files.size(file);
        if (exchange.getRequestMethod().equals("HEAD")) {
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

    private static void sendOwn(HttpExchange exchange, String name) throws IOException {
        SecurityHeaders.of(name).forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        try (InputStream in = Objects.requireNonNull(PreviewServer.class.getResourceAsStream(name), name)) {
            send(exchange, 200, in.readAllBytes());
        }
    }

    /// Server-sent events (HTML, 9.2): the state at once, then each that follows, until the browser or the server goes.
    private static void tell(HttpExchange exchange, PreviewState state) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String page = parameter(query, "page");
        String seen = parameter(query, "mark");
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        try {
            boolean first = true;
            String known = seen;
            while (!state.isClosed()) {
                PreviewState.Message message = state.await(known, first, page, HEARTBEAT_MILLIS);
                out.write((first || !message.mark().equals(known) ? "data: " + message.json() + "\n\n" : ":\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                known = message.mark();
                first = false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String parameter(@Nullable String query, String name) {
        for (String pair : (query == null ? "" : query).split("&")) {
            if (pair.startsWith(name + "=")) {
                try {
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException e) {
                    return "";
                }
            }
        }
        return "";
    }

    @Override
    public void close() {
        if (state != null) {
            state.close();
        }
        server.stop(0);
        threads.shutdownNow();
        threads.close();
    }
}
