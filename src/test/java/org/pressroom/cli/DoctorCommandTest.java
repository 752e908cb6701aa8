package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// `doctor`, and what shells and `man` are given.
class DoctorCommandTest {

    private static Map<?, ?> line(CommandLineRun run, String name) {
        List<?> checks = (List<?>) Objects.requireNonNull(((Map<?, ?>) run.json()).get("checks"));
        return (Map<?, ?>) checks.stream().filter(check -> name.equals(((Map<?, ?>) check).get("name"))).findFirst().orElseThrow();
    }

    @Test
    void eachLineIsOkOrSaysWhatToDo() {
        try (Site site = Site.of(Site.document("0001", "Keys by post")).commit("2024-03-01T10:00:00Z", "Ana <ana@example.com>")) {
            CommandLineRun text = site.run("doctor", site.archive().toString());
            assertTrue(text.out().contains("ok      java          Java 25"), text.out());
            CommandLineRun run = site.run("doctor", "--format", "json", site.archive().toString());
            assertEquals("ok", line(run, "git").get("state"));
            assertEquals("complete", line(run, "repository").get("message"));
            assertEquals("none, so the defaults count", line(run, "configuration").get("message"));
            site.with("-- pressroom.yaml --\nsites: {name: x}");
            CommandLineRun broken = site.run("doctor", "--format", "json", site.archive().toString());
            assertEquals(1, broken.code());
            assertEquals("problem", line(broken, "configuration").get("state"));
        }
    }

    @Test
    void shallowClonesAndPointersAreFound() throws IOException {
        try (Site site = Site.of(Site.document("0001", "Keys by post")).with("-- content/plan.pdf --\nversion https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n")
                .commit("2024-03-01T10:00:00Z", "Ana <ana@example.com>").commit("2024-03-02T10:00:00Z", "Ana <ana@example.com>")) {
            Path clone = site.home().resolve("clone");
            Site.git(site.home(), Map.of(), "clone", "-q", "--depth", "1", "file://" + site.archive(), clone.toString());
            CommandLineRun run = site.run("doctor", "--format", "json", clone.toString());
            assertEquals(1, run.code());
            assertTrue(String.valueOf(line(run, "repository").get("fix")).contains("git fetch --unshallow"));
            assertTrue(String.valueOf(line(run, "lfs").get("fix")).contains("git lfs pull"));
            CommandLineRun nowhere = site.run("doctor", "--format", "json", site.home().resolve("nowhere").toString());
            assertEquals("problem", line(nowhere, "archive").get("state"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void shellsGetEveryCommand(String shell) throws Exception {
        try (Site site = Site.of("")) {
            CommandLineRun run = site.run("completion", shell);
            assertEquals(0, run.code(), run.err());
            for (String command : List.of("build", "serve", "supersede", "publish")) {
                assertTrue(run.out().contains(command), command);
            }
            if (!shell.equals("fish")) {
                Path script = Files.writeString(site.home().resolve("completion"), run.out());
                Process bash = new ProcessBuilder("bash", "-c", ". " + script + " && complete -p pressroom").redirectErrorStream(true).start();
                try (InputStream out = bash.getInputStream()) {
                    String told = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                    assertEquals(0, bash.waitFor(), told);
                }
            }
            assertEquals(2, site.run("completion", "tcsh").code());
        }
    }

    @Test
    void everyCommandHasAPageOfTheManualAndExamples() {
        try (Site site = Site.of("")) {
            String all = site.run("man").out();
            for (String line : all.lines().toList()) {
                if (!line.startsWith(".B ") || line.equals(".B pressroom") || line.equals(".B help")) {
                    continue;
                }
                String command = line.substring(3);
                CommandLineRun page = site.run("man", command);
                assertEquals(0, page.code(), command + page.err());
                assertTrue(page.out().startsWith(".TH \"PRESSROOM-" + command.toUpperCase(java.util.Locale.ROOT) + "\" \"1\"") && page.out().contains(".SH EXAMPLES\n.nf\n"), page.out());
                String help = site.run(command, "--help").out();
                assertTrue(help.lines().filter(l -> l.startsWith("  pressroom ") || l.startsWith("  source <(pressroom")).count() >= 2, command + " has two examples\n" + help);
            }
            assertEquals(2, site.run("man", "biuld").code());
        }
    }
}
