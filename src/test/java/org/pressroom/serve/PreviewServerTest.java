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

import java.io.IOException;
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
        server = PreviewServer.start(site, 0);
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
}
