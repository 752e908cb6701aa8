package org.pressroom.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pressroom.ChildProcess;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Follows the tutorial from its first block to its last, as a reader would: types what stands in `sh` blocks into a shell, saves the
/// files of blocks that name one, and finds what stands in `text` blocks in what the commands above them printed (`…` stands for
/// anything).
@Timeout(300)
class TutorialTest {

    private static final Path PAGE = Path.of("src/docs/tutorial/first-archive.md");
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+?:\\d+/");

    private final Path home;
    /// Where the reader's shell is.
    private Path folder;
    /// What the last commands printed.
    private String printed = "";

    TutorialTest(@TempDir Path home) throws IOException {
        this.home = home;
        this.folder = Files.createDirectories(home.resolve("work"));
    }

    @Test
    void whoeverFollowsTheTutorialSeesWhatItSays() throws IOException, InterruptedException {
        install();
        List<Markdown.Block> blocks = Markdown.blocks(Files.readString(PAGE));
        for (Markdown.Block block : blocks) {
            String place = PAGE + ":" + block.line();
            switch (block.language()) {
                case "sh" -> type(block.text(), place);
                case "text" -> find(block.text(), place);
                case "markdown" -> Files.writeString(folder.resolve(block.file()), block.text());
                default -> fail(place + ": nobody knows what to do with a block of " + block.language());
            }
        }
        assertEquals(List.of("sh", "text", "markdown"), blocks.stream().map(Markdown.Block::language).distinct().toList());
        assertTrue(Files.readString(folder.resolve("site/ideas/0002.html")).contains("Start with ten shops."));
        assertTrue(Files.size(folder.resolve("ideas.zip")) > 0);
    }

    /// A `pressroom` on the path, and somebody's name in git.
    private void install() throws IOException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        Path program = bin.resolve("pressroom");
        Files.writeString(program, ChildProcess.command(home, "org.pressroom.cli.Main").stream().map(word -> "'" + word + "'")
            .collect(Collectors.joining(" ", "#!/bin/sh\nexec ", " \"$@\"\n")));
        assertTrue(program.toFile().setExecutable(true));
        Files.writeString(home.resolve(".gitconfig"), "[user]\nname = Ana Lima\nemail = ana@example.com\n");
    }

    private void type(String lines, String place) throws IOException, InterruptedException {
        if (lines.startsWith("pressroom serve")) {
            preview(lines.strip());
            return;
        }
        Path now = home.resolve("now");
        Process shell = shell("trap 'pwd > " + now + "' EXIT\nset -e\n" + lines).redirectErrorStream(true).start();
        shell.getOutputStream().close();
        printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = shell.waitFor();
        // Findings are what somebody who checks wants to see.
        assertTrue(code == 0 || code == 1 && lines.strip().equals("pressroom check"), () -> place + " ended with " + code + ":\n" + printed);
        folder = Path.of(Files.readString(now).strip());
    }

    private ProcessBuilder shell(String script) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("PRESSROOM_"));
        builder.environment().put("PATH", home.resolve("bin") + ":" + builder.environment().get("PATH"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("PRESSROOM_CACHE", home.resolve("cache").toString());
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        return builder;
    }

    /// Looks at the preview as the browser would that `--open` opens, which nobody wants to see in a test.
    private void preview(String line) throws IOException, InterruptedException {
        Process server = shell("exec " + line.replace(" --open", "") + " --port 0").redirectErrorStream(true).start();
        try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
            String said = out.readLine();
            StringBuilder all = new StringBuilder();
            Matcher address = ADDRESS.matcher("");
            while (said != null && !address.reset(said).find()) {
                all.append(said).append('\n');
                said = out.readLine();
            }
            assertTrue(said != null, () -> line + " said:\n" + all);
            HttpResponse<String> page = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address.group() + "ideas.html")).build(), HttpResponse.BodyHandlers.ofString());
            assertTrue(page.statusCode() == 200 && page.body().contains("Keys by post"), page.body());
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private void find(String lines, String place) {
        String wanted = lines.strip().lines().map(line -> Stream.of(line.strip().split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")))
            .collect(Collectors.joining("\\s*\\n[\\s\\S]*?"));
        assertTrue(Pattern.compile(wanted).matcher(printed).find(), () -> place + ": not among\n" + printed);
    }
}
