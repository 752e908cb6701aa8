package org.pressroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table of rooms, as code: which room may use which, and which library lives where.
class HouseRulesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/pressroom");

    private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

    private static final String ROOT = "org.pressroom.";

    /// What the JDK and the annotations of nullness offer, every room may use.
    private static final String[] EVERYWHERE = {"java..", "org.jspecify.annotations.."};

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("org.pressroom");

    /// Room to the rooms and libraries that it may use beside itself.
    private static final Map<String, Set<String>> ROOMS = new TreeMap<>(Map.ofEntries(
        Map.entry("source", Set.of()),
        Map.entry("files", Set.of()),
        Map.entry("picture", Set.of("javax.xml..", "org.xml.sax..")),
        Map.entry("parallel", Set.of()),
        Map.entry("json", Set.of("com.fasterxml.jackson.core..")),
        Map.entry("diagnostic", Set.of("source", "json")),
        Map.entry("config", Set.of("source", "diagnostic", "org.snakeyaml.engine..")),
        Map.entry("model", Set.of("source")),
        Map.entry("git", Set.of("source", "files", "org.eclipse.jgit..")),
        Map.entry("history", Set.of("source", "parallel", "model", "git", "parse")),
        Map.entry("parse", Set.of("source", "parallel", "diagnostic", "model", "config", "com.vladsch.flexmark..", "org.jsoup..")),
        Map.entry("catalog", Set.of("source", "diagnostic", "model", "history")),
        Map.entry("meaning", Set.of()),
        Map.entry("search.shard", Set.of()),
        Map.entry("search", Set.of("source", "files", "model", "catalog", "meaning", "search.shard", "org.apache.lucene..")),
        Map.entry("rules", Set.of("source", "parallel", "diagnostic", "config", "model", "parse", "history", "catalog", "json")),
        Map.entry("bake", Set.of("source", "files", "cache", "parallel", "model", "history", "catalog", "diagnostic", "config", "json", "org.jbake..", "freemarker..",
            "org.apache.commons.configuration2..", "org.apache.commons.io..", "com.github.difflib..")),
        Map.entry("edit", Set.of("source", "config", "model", "parse")),
        Map.entry("demo", Set.of("source", "files", "config", "model", "parse", "git")),
        Map.entry("cache", Set.of("source", "files", "org.h2.mvstore..", "org.h2.compress..")),
        Map.entry("publish", Set.of("files", "diagnostic", "json")),
        Map.entry("build", Set.of("source", "files", "picture", "parallel", "diagnostic", "json", "config", "model", "git", "parse", "history", "catalog", "meaning", "search", "search.shard",
            "rules", "bake", "cache", "publish", "edit")),
        Map.entry("adopt", Set.of("source", "files", "parallel", "diagnostic", "config", "model", "git", "parse", "catalog", "cache", "build")),
        Map.entry("serve", Set.of("files", "bake", "build", "json", "com.sun.net.httpserver..")),
        Map.entry("cli", Set.of("source", "files", "parallel", "diagnostic", "json", "config", "model", "git", "parse", "history", "catalog", "meaning", "search", "rules", "cache",
            "publish", "build", "adopt", "demo", "serve", "edit", "picocli..", "me.tongfei.progressbar.."))));

    /// Far fewer would mean that nothing was looked at.
    @Test
    void enoughWasLookedAt() throws IOException {
        long files = sources(path -> !path.endsWith("package-info.java") && path.toString().endsWith(".java")).size();
        long seen = CLASSES.stream().filter(JavaClass::isTopLevelClass).count();
        assertTrue(seen * 10 >= files * 9, seen + " classes of " + files + " files");
    }

    private static List<Path> sources(Predicate<Path> wanted) throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(wanted).sorted().toList();
        }
    }

    /// What a room's own page says of others is what the table says.
    @Test
    void everyRoomTellsWhatItMayImport() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        for (Path page : sources(path -> path.endsWith("package-info.java"))) {
            String text = Files.readString(page);
            int from = text.indexOf("/// May import:");
            assertTrue(from >= 0, page + " does not say what the room may import");
            told.put(SOURCES.relativize(page.getParent()).toString().replace('/', '.').replace('\\', '.'),
                NAME.matcher(text.substring(from)).results().map(name -> name.group(1)).filter(ROOMS::containsKey).collect(Collectors.toCollection(TreeSet::new)));
        }
        Map<String, Set<String>> wanted = new TreeMap<>();
        ROOMS.forEach((room, others) -> wanted.put(room, others.stream().filter(ROOMS::containsKey).collect(Collectors.toCollection(TreeSet::new))));
        assertEquals(wanted, told);
    }

    @Test
    void everyPackageIsARoomOfTheTable() {
        Set<String> packages = new TreeSet<>();
        CLASSES.forEach(c -> packages.add(c.getPackageName().replaceFirst("^org\\.pressroom\\.?", "")));
        assertEquals(ROOMS.keySet(), packages);
    }

    @TestFactory
    Stream<DynamicTest> aRoomUsesOnlyWhatTheTableAllows() {
        return ROOMS.entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(), () -> {
            Stream<String> allowed = room.getValue().stream().map(HouseRulesTest::pattern);
            String[] all = Stream.of(allowed, Arrays.stream(EVERYWHERE), Stream.of(ROOT + room.getKey()))
                .flatMap(s -> s).toArray(String[]::new);
            com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes().that().resideInAPackage(ROOT + room.getKey())
                .should().onlyDependOnClassesThat().resideInAnyPackage(all).check(CLASSES);
        }));
    }

    private static String pattern(String name) {
        return name.endsWith("..") ? name : ROOT + name;
    }

    @Test
    void theTableItselfHasNoCycles() {
        slices().matching("org.pressroom.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrintsAndEndsTheProcess() {
        noClasses().that().resideOutsideOfPackage("org.pressroom.cli").should(GeneralCodingRules.ACCESS_STANDARD_STREAMS).check(CLASSES);
        noClasses().that().resideOutsideOfPackage("org.pressroom.cli").should().callMethod(System.class, "exit", int.class)
            .orShould().callMethod(System.class, "getenv").orShould().callMethod(System.class, "getenv", String.class).check(CLASSES);
    }

    /// Libraries that write by themselves: Lucene its index, MVStore its file, JGit its repositories. Their folders are made here.
    @Test
    void onlyOneRoomWritesFiles() {
        DescribedPredicate<JavaAccess<?>> writing = DescribedPredicate.describe("writing files past the room `files`", HouseRulesTest::writes);
        noClasses().that().resideOutsideOfPackage("org.pressroom.files").should().accessTargetWhere(writing).check(CLASSES);
        assertTrue(CLASSES.that(DescribedPredicate.describe("", c -> c.getPackageName().equals("org.pressroom.files"))).stream()
            .flatMap(c -> c.getAccessesFromSelf().stream()).anyMatch(HouseRulesTest::writes));
    }

    private static boolean writes(JavaAccess<?> access) {
        String name = access.getTarget().getName();
        Class<?>[] types = access.getTarget() instanceof CodeUnitAccessTarget target
            ? target.getRawParameterTypes().stream().map(JavaClass::reflect).toArray(Class<?>[]::new) : new Class<?>[0];
        boolean made = name.equals("<init>");
        return switch (access.getTargetOwner().getName()) {
            case "java.nio.file.Files" -> name.matches("(write|create|delete|set|move|copy|newOutputStream|newBufferedWriter|newByteChannel).*");
            case "java.nio.channels.FileChannel", "java.nio.channels.AsynchronousFileChannel" -> name.equals("open");
            case "java.io.FileOutputStream", "java.io.FileWriter", "java.io.RandomAccessFile" -> made;
            case "java.io.PrintStream", "java.io.PrintWriter", "java.util.Formatter" -> made && types.length > 0
                && (types[0] == java.io.File.class || types[0] == String.class);
            case "java.io.File" -> name.matches("(create|delete|mkdir|rename|set).*");
            default -> false;
        };
    }

    @Test
    void whatComesFromElsewhereIsReadAsARegularFile() {
        noClasses().that().resideInAnyPackage(ROOT + "git", ROOT + "cli", ROOT + "serve").and().doNotHaveSimpleName("Rehearsal")
            .should().callMethodWhere(DescribedPredicate.describe("opens a file for reading", call ->
                call.getTargetOwner().isEquivalentTo(Files.class) && call.getName().matches("read(?:AllBytes|String|AllLines)|lines|new(?:InputStream|BufferedReader|ByteChannel)")))
            .orShould().dependOnClassesThat().areAssignableTo(java.io.FileInputStream.class).orShould().dependOnClassesThat().areAssignableTo(java.io.FileReader.class)
            .because("RegularFile looks at the kind and size of a file before it opens it").check(CLASSES);
    }

    @Test
    void nobodyTurnsToProcessWideState() {
        noClasses().should().callMethod(java.util.Locale.class, "setDefault", java.util.Locale.class)
            .orShould().callMethod(java.util.TimeZone.class, "setDefault", java.util.TimeZone.class)
            .orShould().callMethod(java.time.LocalDate.class, "now").orShould().callMethod(java.time.Instant.class, "now").check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws Exception {
        for (String room : ROOMS.keySet()) {
            Class<?> info = Class.forName(ROOT + room + ".package-info");
            assertTrue(info.isAnnotationPresent(NullMarked.class), room);
            Path source = Path.of("src/main/java/org/pressroom", room.replace('.', '/'), "package-info.java");
            String text = Files.readString(source);
            assertTrue(text.startsWith("///") && (text.contains("May import:") || room.equals("search.shard")), source.toString());
        }
    }
}
