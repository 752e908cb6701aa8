package org.pressroom.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pressroom.SchemaCheck;
import org.pressroom.SiteLinks;
import org.pressroom.cli.CommandLineRun;
import org.pressroom.cli.CommandModel;
import org.pressroom.config.ConfigurationReader;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.rules.Rules;
import picocli.CommandLine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The documentation is an archive: Pressroom itself finds nothing wrong with it, and makes its site. What it says of commands,
/// options and configuration is what there is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentationTest {

    private static final Path DOCS = Path.of("src/docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s#]+)?(?:#([^()\\s]+))?\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    /// A command with what follows it, up to the next command or a remark.
    private static final Pattern COMMAND = Pattern.compile("(?:^|[\\s/(|])pressroom +([a-z]+)((?:'[^']*'|\"[^\"]*\"|[^|;&'\"#)]|(?<! )#)*)");
    private static final Pattern OPTION = Pattern.compile("(?<=\\s)--?[a-zA-Z][a-z-]*");
    /// Pages whose YAML is for other programs or for a document.
    private static final Set<String> OTHER_YAML = Set.of("how-to/ci.md", "how-to/publish-pages.md", "reference/metadata.md");

    private final Path home;
    private final Path site;
    /// Path below the documentation to text.
    private final Map<String, String> pages = new HashMap<>();

    DocumentationTest(@TempDir Path home) {
        this.home = home;
        this.site = home.resolve("site");
    }

    @BeforeAll
    void build() throws IOException {
        Path archive = home.resolve("docs");
        try (Stream<Path> files = Files.walk(DOCS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = DOCS.relativize(file).toString().replace('\\', '/');
                Path copy = archive.resolve(name);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                if (name.endsWith(".md")) {
                    pages.put(name, Files.readString(file));
                }
            }
        }
        CommandLineRun run = CommandLineRun.of(home, "build", "--strict", "--fail-on", "info", "-o", site.toString(), archive.toString());
        assertEquals(0, run.code(), run.out() + run.err() + CommandLineRun.of(home, "check", archive.toString()).out());
    }

    /// Also none that Pressroom takes for restricted because it writes about what is restricted.
    @Test
    void everyPageIsOnTheSite() throws IOException {
        Set<String> wanted = new TreeSet<>(pages.values().stream().map(text -> text.lines().filter(line -> line.startsWith("# ")).findFirst().orElse("").substring(2).replace("`", "")).toList());
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(site.resolve("ideas"))) {
            for (Path file : files.toList()) {
                found.add(Jsoup.parse(file.toFile(), "UTF-8").select("h1").text());
            }
        }
        assertEquals(wanted, found);
    }

    @Test
    void everyLinkLeadsSomewhere() {
        assertEquals(Set.of(), SiteLinks.broken(site));
    }

    @Test
    void thePagesOfContentsNameEveryPage() {
        Set<String> linked = new TreeSet<>(links("README.md"));
        links("decisions/README.md").forEach(link -> linked.add("decisions/" + link));
        Set<String> wanted = new TreeSet<>(pages.keySet());
        wanted.remove("README.md");
        assertEquals(wanted, linked);
    }

    private List<String> links(String page) {
        return LINK.matcher(pages.get(page)).results().map(link -> link.group(1)).toList();
    }

    /// The README lies outside of the archive. Its fragments are those of the site, which are GitHub's.
    @Test
    void theReadmesLinksLeadSomewhere() throws IOException {
        List<MatchResult> links = LINK.matcher(Files.readString(Path.of("README.md"))).results().filter(link -> link.group(1) != null && !link.group(1).contains(":")).toList();
        assertTrue(links.size() > 5, "hardly a link");
        for (MatchResult link : links) {
            assertTrue(Files.exists(Path.of(link.group(1))), link.group());
            if (link.group(2) != null) {
                String page = Path.of(link.group(1)).getFileName().toString().replaceFirst("\\.md$", ".html");
                assertTrue(Jsoup.parse(site.resolve("ideas").resolve(page).toFile(), "UTF-8").getElementById(link.group(2)) != null, link.group());
            }
        }
    }

    @Test
    void commandsAndOptionsExist() throws IOException {
        Map<String, String> texts = new HashMap<>(pages);
        texts.put("../../README.md", Files.readString(Path.of("README.md")));
        List<String> unknown = new ArrayList<>();
        texts.forEach((page, text) -> unknown(text).forEach(what -> unknown.add(page + ": " + what)));
        assertEquals(List.of(), unknown);
        long seen = texts.values().stream().flatMap(text -> commands(text).stream()).filter(line -> COMMAND.matcher(line).find()).count();
        assertTrue(seen > 100, seen + " commands");
    }

    @Test
    void whatDoesNotExistIsFound() {
        assertEquals(List.of("--depth in pressroom/pressroom check -q --depth 2 # --unread", "--fast in pressroom build --fast -o site | pressroom check --fix", "bild in pressroom bild ."),
            unknown("""
                Run `pressroom bild .`, then

                ```sh
                pressroom build --fast -o site | pressroom check --fix
                pressroom/pressroom check -q --depth 2 # --unread
                git push --force && ./pressroom stats
                ```
                """).stream().sorted().toList());
    }

    /// Commands of ours and options that there are not, each with its line.
    private static List<String> unknown(String text) {
        List<String> unknown = new ArrayList<>();
        for (String line : commands(text)) {
            Matcher command = COMMAND.matcher(line);
            while (command.find()) {
                CommandLine known = CommandModel.root().subcommands().get(command.group(1));
                if (known == null) {
                    unknown.add(command.group(1) + " in " + line);
                } else {
                    OPTION.matcher(command.group(2)).results().map(MatchResult::group).filter(option -> !known.getCommandSpec().optionsMap().containsKey(option))
                        .forEach(option -> unknown.add(option + " in " + line));
                }
            }
        }
        return unknown;
    }

    private static List<String> commands(String text) {
        List<String> lines = new ArrayList<>();
        Markdown.blocks(text).stream().filter(block -> !block.language().equals("text")).flatMap(block -> block.text().lines()).forEach(lines::add);
        CODE.matcher(text).results().map(code -> code.group(1)).forEach(lines::add);
        return lines;
    }

    @Test
    void examplesOfTheConfigurationAreValid() {
        SchemaCheck schema = new SchemaCheck(new ConfigurationReader(Rules.ids(), MetadataSchema.paths(), Rules.wordLists()).schema());
        List<String> wrong = new ArrayList<>();
        int[] seen = {0};
        pages.forEach((page, text) -> Markdown.blocks(text).stream()
            .filter(block -> block.language().equals("yaml") && !block.text().startsWith("---") && !OTHER_YAML.contains(page)).forEach(block -> {
                seen[0]++;
                schema.faults(block.text()).forEach(fault -> wrong.add(page + ":" + block.line() + ": " + fault));
            }));
        assertEquals(List.of(), wrong);
        assertTrue(seen[0] > 10, seen[0] + " examples");
    }
}
