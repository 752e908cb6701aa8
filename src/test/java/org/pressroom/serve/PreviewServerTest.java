package org.pressroom.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.bake.SecurityHeaders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PreviewServerTest {

    private final Path site;
    private final PreviewState state = new PreviewState("test");
    private final PreviewServer server;

    PreviewServerTest(@TempDir Path home) throws IOException {
        site = Files.createDirectories(home.resolve("site"));
        Files.writeString(home.resolve("secret.txt"), "secret");
        Files.writeString(site.resolve("index.html"), "<h1>home</h1>");
        Files.writeString(site.resolve("404.html"), "<h1>no such page</h1>");
        Files.createDirectories(site.resolve("ideas"));
        Files.writeString(site.resolve("ideas/größe.html"), "<h1>Größe</h1>");
        Files.writeString(site.resolve("ideas/index.html"), "<h1>ideas</h1>");
        Files.writeString(site.resolve("empty.txt"), "");
        Files.createDirectories(site.resolve(".pressroom"));
        Files.writeString(site.resolve(".pressroom/manifest.json"), "secret");
        Files.createSymbolicLink(site.resolve("link.txt"), home.resolve("secret.txt"));
        Files.createSymbolicLink(site.resolve("out"), home);
        server = PreviewServer.start(site, 0, state);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
            return client.send(HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
        }
    }

    /// The answer to a request as it is written, which no client would send.
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((request + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void servesPagesAndSaysWhatTheyAre() throws Exception {
        assertEquals("<h1>home</h1>", get("/").body());
        assertEquals("text/html; charset=utf-8", get("/index.html").headers().firstValue("Content-Type").orElse(""));
        assertEquals("<h1>Größe</h1>", get("/ideas/gr%C3%B6%C3%9Fe.html").body());
        assertEquals("<h1>ideas</h1>", get("/ideas/").body());
        assertEquals("<h1>home</h1>", get("/?q=x").body());
        assertEquals("", get("/empty.txt").body());
        assertEquals("nosniff", get("/").headers().firstValue("X-Content-Type-Options").orElse(""));
    }

    @Test
    void whatIsMissingIsThe404Page() throws Exception {
        HttpResponse<String> missing = get("/nowhere.html");
        assertEquals(404, missing.statusCode());
        assertEquals("<h1>no such page</h1>", missing.body());
    }

    @Test
    void headHasNoBodyAndOtherMethodsAreRefused() throws Exception {
        assertEquals(200, send("HEAD", "/").statusCode());
        assertEquals("", send("HEAD", "/").body());
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
            HttpResponse<String> refused = send(method, "/");
            assertEquals(405, refused.statusCode());
            assertEquals("GET, HEAD", refused.headers().firstValue("Allow").orElse(""));
        }
        assertEquals("<h1>home</h1>", get("/").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../secret.txt", "/ideas/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/ideas/%2e%2e%2f%2e%2e%2fsecret.txt", "//../secret.txt",
        "/.pressroom/manifest.json", "/ideas/../.pressroom/manifest.json", "/%2epressroom/manifest.json", "/link.txt", "/out/secret.txt", "/\\..\\secret.txt", "/%00", "/a%",
        "/index.html/../../secret.txt", "/./.pressroom/manifest.json"})
    void nothingElseIsServed(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1");
        assertFalse(answer.contains("secret"), answer);
        assertFalse(answer.startsWith("HTTP/1.1 200"), answer);
        assertEquals("<h1>home</h1>", get("/").body(), "and the server lives on");
    }

    @Test
    void aPageOfAnotherHostCannotReadIt() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
            assertFalse(answer.contains("home"), answer);
        }
    }

    private String raw(String path, String headers) throws IOException {
        return raw("GET " + path + " HTTP/1.1" + headers.replace("PORT", String.valueOf(server.address().getPort())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\nSec-Fetch-Site: cross-site", "\r\nSec-Fetch-Site: same-site", "\r\nSec-Fetch-Site: odd", "\r\nOrigin: http://evil.example",
        "\r\nOrigin: null", "\r\nOrigin: http://localhost:1", "\r\nOrigin: https://localhost", "\r\nOrigin: http://evil.example\r\nSec-Fetch-Site: same-origin",
        "\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document"})
    void aPageOfAnotherSiteGetsNothing(String headers) throws IOException {
        for (String path : new String[] {"/", "/ideas/", "/nowhere.html"}) {
            String answer = raw(path, headers);
            assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
            assertFalse(answer.contains("<h1>"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\nSec-Fetch-Site: none", "\r\nSec-Fetch-Site: same-origin", "\r\nOrigin: http://localhost"})
    void itsOwnPagesAndAnAddressThatWasTypedGetAll(String headers) throws IOException {
        assertTrue(raw("/", headers).startsWith("HTTP/1.1 200"), headers);
    }

    @Test
    void everyAnswerKeepsOtherSitesOut() throws Exception {
        for (HttpResponse<String> answer : List.of(get("/"), get("/nowhere.html"), send("HEAD", "/"), send("POST", "/"), get("/empty.txt"))) {
            String headers = answer.headers().map().toString();
            assertEquals("same-origin", answer.headers().firstValue("Cross-Origin-Resource-Policy").orElse(""), headers);
            assertEquals("same-origin", answer.headers().firstValue("Cross-Origin-Opener-Policy").orElse(""), headers);
            assertEquals("DENY", answer.headers().firstValue("X-Frame-Options").orElse(""), headers);
            assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""), headers);
            assertTrue(answer.headers().firstValue("Content-Security-Policy").orElse("").contains("frame-ancestors 'none'"), headers);
        }
    }

    @Test
    void filesHaveTheHeadersThatASiteAsksOfItsServer() throws Exception {
        Files.createDirectories(site.resolve("files"));
        Files.createDirectories(site.resolve("raw"));
        for (String address : new String[] {"index.html", "files/plan.svg", "files/song.mp3", "files/x.unheard-of", "raw/1.md", "site.js"}) {
            Files.writeString(site.resolve(address), "x");
            var headers = get("/" + address).headers();
            SecurityHeaders.of(address).forEach((name, value) -> assertEquals(value, headers.firstValue(name).orElse(""), address));
        }
        assertTrue(get("/ideas/../files/plan.svg").headers().firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'none'"));
        assertEquals(SecurityHeaders.of("404.html"), SecurityHeaders.of("index.html"));
        assertEquals("text/html; charset=utf-8", get("/files/nothing.svg").headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void aPortThatIsTakenIsOneSentence() {
        IOException taken = assertThrows(IOException.class, () -> PreviewServer.start(site, server.address().getPort()).close());
        assertTrue(String.valueOf(taken.getMessage()).contains("name another with --port"), taken.getMessage());
    }

    /// The first lines that an open page is told.
    private String told(String query, int lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("GET /.pressroom/events?" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder told = new StringBuilder();
            for (int found = 0; found < lines; ) {
                String line = in.readLine();
                if (line.startsWith("data: ")) {
                    told.append(line).append('\n');
                    found++;
                    state.published(List.of("files/x.png"), List.of(), List.of());
                }
            }
            return told.toString();
        }
    }

    @Test
    void pagesListenAndFilesStayAsTheyAre() throws Exception {
        Files.writeString(site.resolve("page.html"), "<!DOCTYPE html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'nonce-aB_-9' 'strict-dynamic'\">"
            + "<title>ü</title></head><p>nonce-other</p>");
        String page = get("/page.html").body();
        assertTrue(page.contains("<title>ü</title><script nonce=\"aB_-9\" src=\"/.pressroom/live.js\" data-page=\"page.html\" data-mark=\"test-1\" defer></script>\n</head>"), page);
        assertEquals(String.valueOf(page.getBytes(StandardCharsets.UTF_8).length), send("HEAD", "/page.html").headers().firstValue("Content-Length").orElse(""));
        assertFalse(Files.readString(site.resolve("page.html")).contains("live.js"));
        Files.writeString(site.resolve("404.html"), "<head></head>");
        assertTrue(get("/ideas/%22%3Cx.html").body().contains("data-page=\"ideas/&quot;&lt;x.html\""), "what is missing may come");
        for (String own : List.of("live.js", "live.css", "marks.css")) {
            assertEquals(200, get("/.pressroom/" + own).statusCode());
        }
        state.close();
    }

    @Test
    void openPagesAreToldWhatConcernsThem() throws Exception {
        state.published(List.of("ideas/1.html", "search/root.js"), List.of(new PreviewState.Problem("a.md:1:1: error: broken")), List.of("ideas/2.html"));
        assertTrue(told("page=ideas/1.html&mark=test-1", 1).contains("\"reload\":true"));
        String other = told("page=ideas/2.html&mark=test-1", 2);
        assertTrue(other.startsWith("data: {\"mark\":\"test-3\",\"reload\":false,\"files\":[\"files/x.png\",\"search/root.js\"],\"stopped\":false"), other);
        assertTrue(other.contains("\"problems\":[]") && other.lines().skip(1).findFirst().orElse("").contains("\"mark\":\"test-4\""), other);
        assertTrue(told("page=ideas/2.html&mark=another-77", 1).contains("\"reload\":true"), "the server was started again");
        assertTrue(told("page=&mark=test-999999999999999999999", 1).contains("\"reload\":true"));
    }

    @Test
    void whatIsWrongIsToldUntilItIsRight() throws Exception {
        PreviewState.Problem old = new PreviewState.Problem("old");
        state.published(List.of("index.html"), List.of(old), List.of());
        assertTrue(message().contains("\"stopped\":false,\"fresh\":null,\"problems\":[\"old\"]"), message());
        state.published(List.of(), List.of(old, new PreviewState.Problem("new")), List.of());
        assertTrue(message().contains("\"fresh\":\"test-3\""), message());
        state.failed(List.of(new PreviewState.Problem("pressroom.yaml:1:1: error")));
        assertTrue(message().contains("\"stopped\":true,\"fresh\":\"test-4\""), message());
        state.published(List.of(), List.of(), List.of());
        assertTrue(message().contains("\"stopped\":false,\"fresh\":null,\"problems\":[]"), message());
    }

    private String message() throws InterruptedException {
        return state.await(state.mark(), true, "x.html", 0).json();
    }

    @Test
    void aServerOfTheNetworkAnswersToItsOwnNamesAlone() throws Exception {
        try (PreviewServer wide = PreviewServer.start(site, "0.0.0.0", 0, null); PreviewServer local = PreviewServer.start(site, "127.0.0.1", 0, null)) {
            for (PreviewServer each : List.of(wide, local)) {
                for (String host : List.of("localhost", "127.0.0.1:80", "LOCALHOST:9")) {
                    assertTrue(status(each, host).startsWith("HTTP/1.1 200"), host);
                }
                for (String host : List.of("evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "10.11.12.13.evil.example", "")) {
                    assertTrue(status(each, host).startsWith("HTTP/1.1 421"), host);
                }
            }
            String own = InetAddress.getLocalHost().getHostName();
            assertTrue(status(wide, own + ":" + wide.address().getPort()).startsWith("HTTP/1.1 200"), own);
        }
        IOException foreign = assertThrows(IOException.class, () -> PreviewServer.start(site, "192.0.2.1", 0, null));
        assertTrue(String.valueOf(foreign.getMessage()).contains("does not have the address 192.0.2.1"), foreign.getMessage());
        IOException unknown = assertThrows(IOException.class, () -> PreviewServer.start(site, "no-such-host.invalid", 0, null));
        assertTrue(String.valueOf(unknown.getMessage()).contains("no host `no-such-host.invalid`"), unknown.getMessage());
    }

    private static String status(PreviewServer server, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
