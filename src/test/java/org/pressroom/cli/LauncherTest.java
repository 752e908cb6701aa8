package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The script `pressroom`, in a house of its own where no JDK lies about.
class LauncherTest {

    /// What the script may call; everything else is hidden from it.
    private static final List<String> TOOLS = List.of("sh", "sed", "head", "grep", "readlink", "find", "touch", "cat", "env",
        "ls", "cksum", "mkdir", "chmod", "mv", "rm", "sleep", "nice");

    private final Path home;
    private final Path launcher;

    LauncherTest(@TempDir Path folder) {
        home = folder;
        launcher = folder.resolve("house/pressroom");
    }

    @BeforeEach
    void moveIn() throws IOException {
        Files.createDirectories(launcher.getParent());
        // JDKs of this machine stand in fixed places, which have to be looked for elsewhere.
        String script = Files.readString(Path.of("pressroom")).replaceAll("(?m)^(        )/(usr|opt|Library)/", "$1" + home + "/nowhere/$2/");
        assertTrue(script.contains(home + "/nowhere/usr/lib/jvm/"), script);
        Files.writeString(launcher, script);
        assertTrue(launcher.toFile().setExecutable(true));
        Path bin = Files.createDirectories(home.resolve("bin"));
        for (String tool : TOOLS) {
            for (Path folder : List.of(Path.of("/bin"), Path.of("/usr/bin"))) {
                if (Files.exists(folder.resolve(tool)) && !Files.exists(bin.resolve(tool))) {
                    Files.createSymbolicLink(bin.resolve(tool), folder.resolve(tool));
                }
            }
        }
    }

    private void java(Path folder, String version) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Path java = folder.resolve("bin/java");
        Files.writeString(java, "#!/bin/sh\nif [ \"$1\" = -version ]; then echo 'openjdk version \"" + version + "\" 2025-09-16' >&2; exit 0; fi\n"
            + "for a in \"$@\"; do case \"$a\" in -XX:AOTCacheOutput=*) echo cache > \"${a#*=}\"; echo \"$*\" >> \"$HOME/rehearsals\"; exit;; esac; done\n"
            + "echo \"" + version + "\"; echo \"LC_ALL=${LC_ALL:-}\"; for a in \"$@\"; do echo \"<$a>\"; done\n");
        assertTrue(java.toFile().setExecutable(true));
    }

    private record Run(int code, String out, String err) { }

    private Run run(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(home.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", home.resolve("bin").toString(), "HOME", home.toString()));
        builder.environment().putAll(variables);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(home.resolve("err")));
    }

    private void built() throws IOException {
        Files.createDirectories(launcher.resolveSibling("target"));
        Files.writeString(launcher.resolveSibling("target/pressroom.jar"), "a jar");
    }

    @Test
    void isPlainShell() throws Exception {
        Process check = new ProcessBuilder("sh", "-n", "pressroom").redirectErrorStream(true).start();
        assertEquals("", new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, check.waitFor());
    }

    @Test
    void withoutAJdkItSaysInOneSentenceWhatToInstall() throws Exception {
        Run run = run(Map.of(), "build");
        assertEquals(3, run.code());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("pressroom: no JDK 25") && run.err().contains("install one"), run.err());
    }

    @Test
    void anOlderJdkIsNotEnough() throws Exception {
        java(home.resolve("jdk17"), "17.0.12");
        java(home.resolve("jdk8"), "1.8.0_402");
        for (String old : List.of("jdk17", "jdk8")) {
            assertEquals(3, run(Map.of("JAVA_HOME", home.resolve(old).toString()), "build").code());
        }
    }

    @Test
    void aJdkThatFitsRunsTheJarWithTheArgumentsAsTheyAre() throws Exception {
        built();
        java(home.resolve("jdk25"), "25.0.1");
        Run run = run(Map.of("JAVA_HOME", home.resolve("jdk25").toString()), "search", "two words", "*", "");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().endsWith("<-jar>\n<" + launcher.resolveSibling("target/pressroom.jar").toRealPath() + ">\n<search>\n<two words>\n<*>\n<>\n"), run.out());
    }

    @Test
    void aJdkInOneOfTheUsualPlacesIsFoundWhateverJavaHomeSays() throws Exception {
        built();
        java(home.resolve("jdk17"), "17.0.12");
        java(home.resolve("nowhere/usr/lib/jvm/temurin-26"), "26-ea");
        Run run = run(Map.of("JAVA_HOME", home.resolve("jdk17").toString()), "check");
        assertTrue(run.out().startsWith("26-ea\n"), run.out() + run.err());
    }

    @Test
    void withoutMavenItSaysSo() throws Exception {
        java(home.resolve("jdk25"), "25.0.1");
        Files.writeString(launcher.resolveSibling("pom.xml"), "<project/>");
        Run run = run(Map.of("JAVA_HOME", home.resolve("jdk25").toString()), "check");
        assertEquals(3, run.code());
        assertTrue(run.err().contains("Maven was not found") && run.err().lines().count() == 1, run.err());
    }

    /// The file for quicker searches, as soon as it and the one for all else are there, and the earlier ones gone.
    private Path start(@Nullable Path earlier) throws IOException, InterruptedException {
        Path starts = home.resolve(".cache/pressroom/start");
        for (int i = 0; i < 600; i++) {
            try (Stream<Path> files = Files.list(starts)) {
                List<Path> all = files.toList();
                if (all.size() == 2 && all.stream().allMatch(file -> file.toString().endsWith(".aot")) && !all.contains(earlier)) {
                    return all.stream().filter(file -> file.toString().endsWith("-search.aot")).findFirst().orElseThrow();
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no files for quicker starts appeared in " + starts);
    }

    @Test
    void afterTheFirstCommandLaterOnesStartFasterUntilTheJarChanges() throws Exception {
        built();
        java(home.resolve("jdk25"), "25.0.1");
        Map<String, String> jdk = Map.of("JAVA_HOME", home.resolve("jdk25").toString());
        assertFalse(run(jdk, "search", "x").out().contains("AOTCache"));
        Path first = start(null);
        assertTrue(run(jdk, "search", "x").out().contains("<-XX:AOTCache=" + first + ">\n"));
        assertFalse(run(Map.of("JAVA_HOME", home.resolve("jdk25").toString(), "PRESSROOM_AOT", "off"), "search", "x").out().contains("AOTCache"));
        assertTrue(run(jdk, "check").out().contains("<-XX:AOTCache=" + first.toString().replace("-search.", "-program.") + ">\n"));
        assertEquals(2, Files.readAllLines(home.resolve("rehearsals")).size());

        Files.writeString(launcher.resolveSibling("target/pressroom.jar"), "another jar");
        assertFalse(run(jdk, "search", "x").out().contains("AOTCache"));
        Path second = start(first);
        assertTrue(run(jdk, "search", "x").out().contains("<-XX:AOTCache=" + second + ">\n"));
    }

    @Test
    void withoutAPlaceForTheFileItRunsAllTheSame() throws Exception {
        built();
        java(home.resolve("jdk25"), "25.0.1");
        Files.writeString(home.resolve(".cache"), "no folder");
        Run run = run(Map.of("JAVA_HOME", home.resolve("jdk25").toString()), "search", "x");
        assertEquals(0, run.code());
        assertEquals("", run.err());
        assertTrue(run.out().endsWith("<search>\n<x>\n"), run.out());
    }

    /// As it is unpacked: the jar beside the script, and perhaps a Java.
    @Test
    void anInstalledCopyTakesTheJarBesideItAndTheJavaThatItBrings() throws Exception {
        Files.writeString(launcher.resolveSibling("pressroom.jar"), "a jar");
        java(home.resolve("jdk25"), "25.0.1");
        Map<String, String> jdk = Map.of("JAVA_HOME", home.resolve("jdk25").toString(), "PRESSROOM_AOT", "off");
        String jar = launcher.resolveSibling("pressroom.jar").toRealPath().toString();
        assertTrue(run(jdk, "check").out().contains("<-jar>\n<" + jar + ">\n<check>\n"));
        java(launcher.resolveSibling("runtime"), "25.0.9");
        Files.writeString(launcher.resolveSibling("runtime/release"), "JAVA_VERSION=\"25.0.9\"\nMODULES=\"java.base\"\n");
        assertTrue(run(jdk, "check").out().startsWith("25.0.9\n"));
        Path link = Files.createSymbolicLink(home.resolve("linked"), launcher);
        Process process = new ProcessBuilder(link.toString(), "--version").redirectErrorStream(true).start();
        assertTrue(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains("<" + jar + ">"));
    }

    /// The script for Windows was never run here; this holds what it says to what the other says.
    @Test
    void theScriptForWindowsStartsJavaAsTheOtherDoes() throws Exception {
        String windows = Files.readString(Path.of("src/release/pressroom.cmd"));
        assertEquals(windows.lines().count(), windows.split("\r\n", -1).length - 1, "cmd wants lines to end as on Windows");
        assertTrue(windows.chars().allMatch(c -> c < 128));
        String script = Files.readString(Path.of("pressroom"));
        Pattern flag = Pattern.compile("-XX:[+-]?[A-Za-z0-9=]+|-Xmn\\w+|-Djdk[.\\w=]+");
        Set<String> flags = flag.matcher(script.substring(script.indexOf("\nlong="), script.indexOf("\nlearned="))).results().map(MatchResult::group).collect(Collectors.toSet());
        flags.remove("-XX:+UseTransparentHugePages");
        assertEquals(flags, flag.matcher(windows).results().map(MatchResult::group).collect(Collectors.toSet()));
        assertTrue(flags.size() > 9, flags.toString());
        Matcher slow = Pattern.compile("(?m)^ +([a-z|]+)\\) flags=\\$long ;;").matcher(script);
        assertTrue(slow.find());
        assertTrue(windows.contains("for %%c in (" + slow.group(1).replace('|', ' ') + ") do"), slow.group(1));
        for (String same : List.of("PRESSROOM_JAVA_OPTS", "no JDK 25 or newer was found; install one", "org.pressroom.cli.Main", "JAVA_VERSION=", "exit /b 3")) {
            assertTrue(windows.contains(same), same);
        }
    }

    /// Java takes the names of files to be in the locale's encoding, and in `C` or `POSIX` has none for most letters.
    @Test
    void fileNamesAreUtf8WhereTheLocaleSaysNothing() throws Exception {
        built();
        java(home.resolve("jdk25"), "25.0.1");
        String jdk = home.resolve("jdk25").toString();
        assertTrue(run(Map.of("JAVA_HOME", jdk), "check").out().contains("LC_ALL=C.UTF-8\n"));
        assertTrue(run(Map.of("JAVA_HOME", jdk, "LC_ALL", "POSIX"), "check").out().contains("LC_ALL=C.UTF-8\n"));
        assertTrue(run(Map.of("JAVA_HOME", jdk, "LANG", "C.UTF-8"), "check").out().contains("LC_ALL=C.UTF-8\n"));
        assertTrue(run(Map.of("JAVA_HOME", jdk, "LC_ALL", "xx_XX.UTF-8"), "check").out().contains("LC_ALL=C.UTF-8\n"), "named and not installed");
    }

    /// What is in the folder of the model's sources, and the interface that they are made for.
    private void modelSources() throws IOException {
        for (String folder : List.of("src/model/java", "src/model/resources", "src/main/java/org/pressroom/meaning")) {
            Files.createDirectories(launcher.resolveSibling(folder));
        }
        Files.writeString(launcher.resolveSibling("src/model/pom.xml"), "<project/>");
        Files.writeString(launcher.resolveSibling("src/main/java/org/pressroom/meaning/SentenceModel.java"), "interface");
    }

    /// A Maven that makes a jar, and after that does `then`.
    private void maven(String then) throws IOException {
        Path mvn = home.resolve("bin/mvn");
        Files.writeString(mvn, "#!/bin/sh\nfor a in \"$@\"; do case \"$a\" in -Dmaking=*) making=${a#*=};; esac; done\n"
            + "mkdir -p \"$making/extra\"; echo \"$*\" >> \"$HOME/fetched\"; echo jar > \"$making/extra/sentence-1.jar\"\n" + then + "\n");
        assertTrue(mvn.toFile().setExecutable(true));
    }

    private Path extra() {
        return launcher.resolveSibling("src/model/target/extra");
    }

    private Run similar(String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("similar", "--file", "-"));
        arguments.addAll(List.of(options));
        return run(Map.of("JAVA_HOME", home.resolve("jdk25").toString(), "PRESSROOM_AOT", "off"), arguments.toArray(String[]::new));
    }

    @Test
    void theSentenceModelIsFetchedOnceAndStandsOnTheClassPath() throws Exception {
        built();
        modelSources();
        maven("");
        java(home.resolve("jdk25"), "25.0.1");
        Run first = similar("--semantic", "model");
        assertEquals(0, first.code(), first.err());
        assertTrue(first.err().contains("about 140 MB") && first.err().lines().count() == 1, first.err());
        String jar = launcher.resolveSibling("target/pressroom.jar").toRealPath().toString();
        String classPath = "<-cp>\n<" + jar + ":" + extra().toRealPath() + "/*>\n<org.pressroom.cli.Main>\n<similar>\n";
        assertTrue(first.out().contains(classPath), first.out());
        assertTrue(Files.exists(extra().resolve("sentence-1.jar")));
        Run second = similar("--semantic=MODEL");
        assertEquals("", second.err());
        assertTrue(second.out().contains(classPath), second.out());
        assertEquals(1, Files.readAllLines(home.resolve("fetched")).size());
        for (String other : List.of("src/model/pom.xml", "src/main/java/org/pressroom/meaning/SentenceModel.java")) {
            Files.setLastModifiedTime(launcher.resolveSibling(other), FileTime.fromMillis(System.currentTimeMillis() + 5_000));
            assertTrue(similar("--semantic", "model").err().contains("fetching"), other);
            Files.setLastModifiedTime(launcher.resolveSibling(other), FileTime.fromMillis(0));
            assertEquals("", similar("--semantic", "model").err());
        }
        try (Stream<Path> left = Files.list(extra().getParent())) {
            assertEquals(List.of(extra()), left.toList());
        }
    }

    @Test
    void whoDoesNotAskForTheSentenceModelGetsNone() throws Exception {
        built();
        modelSources();
        java(home.resolve("jdk25"), "25.0.1");
        for (String[] options : new String[][] {{}, {"--semantic", "table"}, {"--semantic=words"}, {"model"}, {"--semantic"}}) {
            Run run = similar(options);
            assertEquals(0, run.code(), run.err());
            assertTrue(run.out().contains("<-jar>"), run.out());
        }
    }

    @Test
    void whatCannotBeFetchedIsNeverHalfThere() throws Exception {
        built();
        modelSources();
        java(home.resolve("jdk25"), "25.0.1");
        Run without = similar("--semantic", "model");
        assertEquals(3, without.code());
        assertTrue(without.err().contains("Maven was not found") && without.err().lines().count() == 1, without.err());
        for (String then : List.of("echo 'no such host' >&2; exit 1", "kill -TERM $PPID; exit 1")) {
            maven(then);
            Run failed = similar("--semantic", "model");
            assertTrue(failed.code() == 3 || failed.code() == 143, failed.code() + failed.err());
            assertTrue(!failed.out().contains("<similar>") && !Files.exists(extra()), failed.out());
            assertTrue(failed.code() == 143 || failed.err().contains("could not be fetched"), failed.err());
            try (Stream<Path> left = Files.list(extra().getParent())) {
                assertEquals(List.of(), left.toList());
            }
        }
    }

    @Test
    void aReleaseSaysWhereTheModelComesFromAndTakesOneThatLiesBesideIt() throws Exception {
        built();
        java(home.resolve("jdk25"), "25.0.1");
        Run run = similar("--semantic", "model");
        assertEquals(3, run.code());
        Path beside = launcher.toRealPath().resolveSibling("model");
        assertTrue(run.err().contains("copy src/model/target/extra from there to " + beside) && run.err().lines().count() == 1, run.err());
        Files.createDirectories(beside);
        Files.writeString(beside.resolve("made"), "");
        assertTrue(similar("--semantic", "model").out().contains(":" + beside + "/*>"));
    }
}
