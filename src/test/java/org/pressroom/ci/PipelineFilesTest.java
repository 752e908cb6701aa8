package org.pressroom.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.ChildProcess;
import org.pressroom.SchemaCheck;
import org.pressroom.Site;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The pipelines hold to what their services read, and what they run does what they say.
///
/// The schemas are ours, of what the services document and as far as the files go: those that editors use can't be passed on here.
class PipelineFilesTest {

    private static final Path FOLDER = Path.of("src/ci");

    @SuppressWarnings("unchecked")
    private static <T> T yaml(String text) {
        return (T) Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    private static String schema(String name) throws IOException {
        return new String(Objects.requireNonNull(PipelineFilesTest.class.getResourceAsStream(name), name).readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"github/action.yml, github-action.yaml, '  using: composite', '  using: compost'", "pressroom.gitlab-ci.yml, gitlab-ci.yaml, '  script:', '  scripts:'",
        "pre-commit-hooks.yaml, pre-commit-hooks.yaml, '  language: system', '  language: systems'"})
    void everyFileHoldsToItsSchema(String file, String schema, String right, String wrong) throws Exception {
        SchemaCheck check = new SchemaCheck(yaml(schema(schema)));
        String text = Files.readString(FOLDER.resolve(file));
        assertEquals(List.of(), check.faults(text));
        assertTrue(text.contains(right));
        assertFalse(check.faults(text.replace(right, wrong)).isEmpty(), "the schema takes anything");
    }

    private static <V> V at(Map<String, V> of, String key) {
        return Objects.requireNonNull(of.get(key), key);
    }

    private record Run(int code, String out, String err) { }

    /// Runs a script as the service would, where `pressroom` is this process's classes.
    private static Run run(Site site, String script, Map<String, String> variables) throws IOException, InterruptedException {
        Path program = site.home().resolve("program/pressroom");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\nexec " + ChildProcess.command(site.home(), "org.pressroom.cli.Main").stream().map(word -> "'" + word + "'").collect(Collectors.joining(" ")) + " \"$@\"\n");
        assertTrue(program.toFile().setExecutable(true));
        ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", script).directory(site.archive().toFile())
            .redirectError(site.home().resolve("err").toFile());
        builder.environment().putAll(Map.of("PRESSROOM_CACHE", site.home().resolve("cache").toString(), "PATH", program.getParent() + ":" + System.getenv("PATH")));
        builder.environment().putAll(variables);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(site.home().resolve("err")));
    }

    /// A repository with one document that is as it should be, and in the working tree another that is not.
    private static Site archive() {
        return Site.of(Site.document("0001", "Keys by post")).commit("2026-01-05T10:00:00+00:00", "Ada <ada@example.com>")
            .with("-- content/0002-b.md --\n---\ntitle: Broken\nstatus: aproved\n---\n\nText.\n");
    }

    private static Run step(Site site, String id, Map<String, String> variables) throws IOException, InterruptedException {
        Map<String, Map<String, List<Map<String, String>>>> action = yaml(Files.readString(FOLDER.resolve("github/action.yml")));
        String script = at(at(at(action, "runs"), "steps").stream().filter(step -> id.equals(step.get("id"))).findFirst().orElseThrow(), "run");
        Map<String, String> all = new HashMap<>(variables);
        // The action lies in src/ci/github of Pressroom's folder.
        Path place = site.home().resolve("program/src/ci/github");
        Files.createDirectories(place);
        all.putAll(Map.of("ARCHIVE", ".", "GITHUB_ACTION_PATH", place.toString(), "RUNNER_TEMP", site.home().toString(), "GITHUB_OUTPUT", site.home().resolve("outputs").toString()));
        return run(site, script, all);
    }

    @Test
    void theActionAnnotatesAndBuildsAllTheSame() throws Exception {
        try (Site site = archive()) {
            Run built = step(site, "build", Map.of("OUTPUT", "a site", "BASE_URL", ""));
            assertEquals(0, built.code(), built.err());
            assertTrue(Files.exists(site.archive().resolve("a site/ideas/0001.html")));
            assertEquals("site=a site\n", Files.readString(site.home().resolve("outputs")));
            Run checked = step(site, "check", Map.of("FAIL_ON", "error", "SINCE", "HEAD"));
            assertEquals(1, checked.code(), checked.err());
            assertTrue(checked.out().startsWith("::error file=content/0002-b.md,line="), checked.out());
            assertFalse(checked.out().contains("0001.md"), checked.out());
        }
    }

    @Test
    void theActionFailsWithTheReasonWhenThereIsNoSite() throws Exception {
        try (Site site = archive().with("-- pressroom.yaml --\nsite: [\n")) {
            Run built = step(site, "build", Map.of("OUTPUT", "site", "BASE_URL", ""));
            assertEquals(3, built.code());
            assertTrue(built.err().contains("pressroom.yaml"), built.err());
            assertFalse(Files.exists(site.archive().resolve("site")));
        }
    }

    @Test
    void theTemplateForGitLabReportsAndPublishes() throws Exception {
        try (Site site = archive()) {
            Map<String, Map<String, List<String>>> jobs = yaml(Files.readString(FOLDER.resolve("pressroom.gitlab-ci.yml")));
            Map<String, String> variables = Map.of("PRESSROOM", "pressroom", "PRESSROOM_ARCHIVE", ".", "CI_PAGES_URL", "https://ideas.example.com/a/");
            Run checked = run(site, String.join("\n", at(at(jobs, "proposals"), "script")), variables);
            assertEquals(1, checked.code(), checked.err());
            assertTrue(Files.readString(site.archive().resolve("pressroom.xml")).contains("0002-b.md"));
            Run built = run(site, String.join("\n", at(at(jobs, "pages"), "script")), variables);
            assertEquals(0, built.code(), built.err());
            assertTrue(Files.readString(site.archive().resolve("public/sitemap.xml")).contains("https://ideas.example.com/a/"));
        }
    }

    @Test
    void theHookTellsWhatTheCommitChanges() throws Exception {
        List<Map<String, String>> hooks = yaml(Files.readString(FOLDER.resolve("pre-commit-hooks.yaml")));
        String entry = at(hooks.getFirst(), "entry");
        assertTrue(Files.readString(FOLDER.resolve("README.md")).contains("entry: " + entry + "\n"), "what is to be copied is the hook");
        try (Site site = archive()) {
            Run run = run(site, entry, Map.of());
            assertEquals(1, run.code(), run.err());
            assertTrue(run.out().contains("0002-b.md") && !run.out().contains("0001.md"), run.out());
            site.remove("content/0002-b.md");
            assertEquals(0, run(site, entry, Map.of()).code());
        }
    }
}
