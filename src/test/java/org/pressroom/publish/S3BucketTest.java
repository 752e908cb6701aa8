package org.pressroom.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// Publishing to a bucket, over HTTP: the server of this test keeps what it is sent in memory and checks each signature. The signatures
/// themselves are those of AWS's own examples.
class S3BucketTest {

    private static final Map<String, String> CREDENTIALS = Map.of("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    private static final S3Signature SIGNATURE =
        new S3Signature("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", null, "us-east-1");

    private record Stored(byte[] body, String type, String caching) { }

    private final Path home;
    private final HttpServer server;
    private final Map<String, Stored> objects = new ConcurrentSkipListMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int failAfter = Integer.MAX_VALUE;
    private volatile String refusal = "";

    S3BucketTest(@TempDir Path home) throws IOException {
        this.home = home;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            String method = exchange.getRequestMethod();
            requests.add(method + " " + path);
            if (requests.size() > failAfter) {
                return;
            }
            Map<String, String> signed = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (name.equalsIgnoreCase("Content-Type") || name.equalsIgnoreCase("Cache-Control")) {
                    signed.put(name, values.getFirst());
                }
            });
            String hash = S3Signature.sha256(body);
            String wanted = SIGNATURE.headers(method, URI.create("http://" + exchange.getRequestHeaders().getFirst("Host") + path), new TreeMap<>(), signed, hash,
                Objects.requireNonNull(exchange.getRequestHeaders().getFirst("x-amz-date"))).get("Authorization");
            String code = !refusal.isEmpty() ? refusal : !Objects.equals(wanted, exchange.getRequestHeaders().getFirst("Authorization")) ? "SignatureDoesNotMatch"
                : !path.startsWith("/ideas/") ? "NoSuchBucket" : method.equals("GET") && !objects.containsKey(path) ? "NoSuchKey" : "";
            if (!code.isEmpty()) {
                byte[] error = ("<Error><Code>" + code + "</Code><Message>no</Message></Error>").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(code.startsWith("NoSuch") ? 404 : 403, error.length);
                exchange.getResponseBody().write(error);
                return;
            }
            switch (method) {
                case "PUT" -> objects.put(path, new Stored(body, signed.getOrDefault("Content-type", ""), signed.getOrDefault("Cache-control", "")));
                case "DELETE" -> objects.remove(path);
                default -> { }
            }
            byte[] found = method.equals("GET") ? Objects.requireNonNull(objects.get(path)).body() : new byte[0];
            exchange.sendResponseHeaders(method.equals("DELETE") ? 204 : 200, found.length == 0 ? -1 : found.length);
            exchange.getResponseBody().write(found);
        }
    }

    private S3Bucket bucket(String place) {
        Map<String, String> environment = new HashMap<>(CREDENTIALS);
        environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort());
        return S3Bucket.of(place, environment, Clock.systemUTC(), address -> address.endsWith(".html") ? "text/html; charset=utf-8" : "text/plain");
    }

    private Path site(Map<String, String> files) throws IOException {
        Path folder = home.resolve("site");
        try (Publisher publisher = Publisher.open(folder)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                publisher.staging().write(file.getKey(), file.getValue());
            }
            publisher.publish();
        }
        return folder;
    }

    @Test
    void signaturesAreThoseOfTheSpecification() {
        Map<String, String> get = SIGNATURE.headers("GET", URI.create("https://examplebucket.s3.amazonaws.com/test.txt"), new TreeMap<>(), Map.of("Range", "bytes=0-9"),
            S3Signature.sha256(new byte[0]), "20130524T000000Z");
        assertTrue(String.valueOf(get.get("Authorization")).endsWith("SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
            + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"), get.toString());
        Map<String, String> put = SIGNATURE.headers("PUT", URI.create("https://examplebucket.s3.amazonaws.com/test%24file.text"), new TreeMap<>(),
            Map.of("Date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class", "REDUCED_REDUNDANCY"), S3Signature.sha256("Welcome to Amazon S3.".getBytes(StandardCharsets.UTF_8)), "20130524T000000Z");
        assertTrue(String.valueOf(put.get("Authorization")).endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"), put.toString());
        Map<String, String> list = SIGNATURE.headers("GET", URI.create("https://examplebucket.s3.amazonaws.com/"), new TreeMap<>(Map.of("max-keys", "2", "prefix", "J")), Map.of(),
            S3Signature.sha256(new byte[0]), "20130524T000000Z");
        assertTrue(String.valueOf(list.get("Authorization")).endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"), list.toString());
        assertFalse(SIGNATURE.toString().contains("wJalr"));
    }

    @Test
    void onlyWhatChangedIsSentAndWhatIsGoneIsDeletedLast() throws IOException {
        Path site = site(Map.of("index.html", "one", "ideas/größe 日本.html", "two", "site.0123abcd.css", "css", "search/root.js", "root"));
        assertEquals(new S3Bucket.Sent(4, 0), bucket("ideas/www").publish(site, true));
        assertTrue(objects.isEmpty());
        assertEquals(new S3Bucket.Sent(4, 0), bucket("ideas/www").publish(site, false));
        assertEquals("PUT /ideas/www/site.0123abcd.css", requests.get(3), "what pages refer to comes first");
        assertEquals("PUT /ideas/www/search/root.js", requests.get(6), "the search's root comes after the pages");
        assertEquals("PUT /ideas/www/.pressroom/published.json", requests.get(7));
        Stored page = Objects.requireNonNull(objects.get("/ideas/www/ideas/gr%C3%B6%C3%9Fe%20%E6%97%A5%E6%9C%AC.html"));
        assertEquals("two", new String(page.body(), StandardCharsets.UTF_8));
        assertEquals("text/html; charset=utf-8", page.type());
        assertTrue(page.caching().contains("max-age=60"));
        assertTrue(Objects.requireNonNull(objects.get("/ideas/www/site.0123abcd.css")).caching().contains("immutable"));

        requests.clear();
        assertEquals(new S3Bucket.Sent(0, 0), bucket("ideas/www").publish(site, false));
        assertEquals(List.of("GET /ideas/www/.pressroom/published.json"), requests);

        requests.clear();
        site(Map.of("index.html", "new", "site.0123abcd.css", "css", "search/root.js", "root"));
        assertEquals(new S3Bucket.Sent(1, 1), bucket("ideas/www").publish(site, false));
        assertEquals("PUT /ideas/www/index.html", requests.get(2));
        assertTrue(requests.get(3).startsWith("DELETE "), requests.toString());
        assertFalse(objects.keySet().stream().anyMatch(name -> name.contains("gr%C3%B6")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whatWasInterruptedIsCompletedByTheNextRun(int after) throws IOException {
        bucket("ideas").publish(site(Map.of("index.html", "one", "a.html", "a", "gone.html", "gone")), false);
        Path site = site(Map.of("index.html", "two", "a.html", "b"));
        requests.clear();
        failAfter = after;
        PublishException cut = assertThrows(PublishException.class, () -> bucket("ideas").publish(site, false));
        assertTrue(String.valueOf(cut.getMessage()).contains("the next run completes it"), cut.getMessage());
        objects.forEach((name, stored) -> assertTrue(name.endsWith(".json") || List.of("one", "two", "a", "b", "gone").contains(new String(stored.body(), StandardCharsets.UTF_8))));
        failAfter = Integer.MAX_VALUE;
        bucket("ideas").publish(site, false);
        assertEquals(List.of("/ideas/.pressroom/published.json", "/ideas/a.html", "/ideas/index.html"), List.copyOf(objects.keySet()));
        assertEquals("two", new String(Objects.requireNonNull(objects.get("/ideas/index.html")).body(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDenied", "InvalidAccessKeyId", "ExpiredToken", "RequestTimeTooSkewed", "PermanentRedirect", "OddThing"})
    void refusalsSayWhatToDo(String code) throws IOException {
        Path site = site(Map.of("index.html", "one"));
        refusal = code;
        PublishException refused = assertThrows(PublishException.class, () -> bucket("ideas").publish(site, false));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("cannot read what was published before in s3://ideas: ") && !String.valueOf(refused.getMessage()).contains("wJalr"), refused.getMessage());
        assertTrue(objects.isEmpty());
    }

    @Test
    void whatIsMissingIsASentence() throws IOException {
        Path site = site(Map.of("index.html", "one"));
        PublishException none = assertThrows(PublishException.class, () -> bucket("other").publish(site, false));
        assertTrue(String.valueOf(none.getMessage()).contains("there is no such bucket"), none.getMessage());
        PublishException credentials = assertThrows(PublishException.class, () -> S3Bucket.of("ideas", Map.of(), Clock.systemUTC(), _ -> ""));
        assertTrue(String.valueOf(credentials.getMessage()).contains("set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"), credentials.getMessage());
        assertThrows(PublishException.class, () -> S3Bucket.of("Not A Bucket", CREDENTIALS, Clock.systemUTC(), _ -> ""));
    }
}
