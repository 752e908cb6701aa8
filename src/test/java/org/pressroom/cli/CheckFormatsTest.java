package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

/// The forms in which `check` hands its findings to programs.
class CheckFormatsTest {

    /// A document with a mistyped value, a broken link behind emoji, a tab, CRLF, and a comment that allows a finding.
    private static final String FAULTY = "-- content/ä, b: 100%.md --\n---\r\ntitle: Keys\r\nstatus: aproved\r\n---\r\n\r\n# Keys\r\n\r\n"
        + "## Press release\r\n\r\n### Problem\r\n\r\n😀😀\t[gone](gone.md) waits. TBD\r\n\r\n### Solution\r\n\r\nA ring.\r\n\r\n"
        + "## FAQ\r\n\r\n### Why?\r\n\r\nBecause.\r\n\r\n<!-- pressroom: allow pr-customer-quote-missing the customer is a machine -->\r\n";

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) Objects.requireNonNull(json);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object json) {
        return (List<Object>) Objects.requireNonNull(json);
    }

    private static Object at(Object json, String... path) {
        Object at = json;
        for (String name : path) {
            at = Objects.requireNonNull(name.matches("\\d+") ? list(at).get(Integer.parseInt(name)) : map(at).get(name), name);
        }
        return at;
    }

    private static Map<String, Object> result(Object sarif, String rule) {
        return list(at(sarif, "runs", "0", "results")).stream().map(CheckFormatsTest::map)
            .filter(r -> rule.equals(r.get("ruleId"))).findFirst().orElseThrow();
    }

    private static Element xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        return document.getDocumentElement();
    }

    // ---- text

    @Test
    void textIsWhatCompilersWrite() {
        try (Site site = Site.of(FAULTY)) {
            CommandLineRun run = site.check("--fail-on", "error");
            assertEquals(1, run.code());
            assertTrue(run.out().contains("""
                content/ä, b: 100%.md:3:9: error: `aproved` is not a status [meta-unknown-value]
                    status: aproved
                            ^^^^^^^
                    fix: write `approved`
                """), run.out());
            assertTrue(run.out().contains("""
                content/ä, b: 100%.md:12:4: error: the link `gone.md` is broken: there is no file content/gone.md [arc-link-broken]
                    😀😀 [gone](gone.md) waits. TBD
                         ^^^^^^^^^^^^^^^
                """), run.out());
            assertFalse(run.out().contains("\r"), "a carriage return is shown");
        }
    }

    // ---- JSON

    @Test
    void jsonShowsTheEditThatFixWouldMake() {
        try (Site site = Site.of(FAULTY)) {
            Map<String, Object> finding = site.check("--format", "json").findings().stream()
                .filter(f -> "meta-unknown-value".equals(f.get("rule"))).findFirst().orElseThrow();
            assertEquals("write `approved`", finding.get("fix"));
            assertEquals(Map.of("line", 3L, "column", 9L, "endLine", 3L, "endColumn", 16L, "replacement", "approved"), finding.get("edit"));
        }
    }

    // ---- SARIF

    /// The schema is that of SARIF 2.1.0 (rtm.5) as the npm package `@microsoft/jest-sarif` (MIT) carries it.
    private static void assertValid(String sarif) throws Exception {
        String schema;
        try (InputStream in = CheckFormatsTest.class.getResourceAsStream("sarif-2.1.0-rtm.5.json")) {
            schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        assertEquals(List.of(), SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
            .getSchema(schema, InputFormat.JSON).validate(sarif, InputFormat.JSON).stream().map(Object::toString).toList());
    }

    @Test
    void sarifIsValidAgainstItsSchema() throws Exception {
        try (Site site = Site.of(FAULTY + "-- content/b.md --\n\0\n-- pressroom.yaml --\nsite: {nmae: x}\n")) {
            CommandLineRun run = site.check("--format", "sarif");
            assertEquals(1, run.code(), run.err());
            assertValid(run.out());
            assertFalse(list(at(run.json(), "runs", "0", "results")).isEmpty());
        }
        try (Site site = Site.of(Site.document("0001", "Keys by post"))) {
            assertValid(site.check("--format", "sarif").out());
        }
    }

    @Test
    void theSchemaWouldFindFault() {
        try (Site site = Site.of(FAULTY)) {
            String wrong = site.check("--format", "sarif").out().replace("\"startLine\" : 3", "\"startLine\" : 0");
            assertThrows(AssertionError.class, () -> assertValid(wrong));
        }
    }

    @Test
    void sarifTellsRulesPlacesFixesAndWhatIsAllowed() {
        try (Site site = Site.of(FAULTY)) {
            Object sarif = site.check("--format", "sarif").json();
            assertEquals("2.1.0", at(sarif, "version"));
            Object run = at(sarif, "runs", "0");
            assertEquals("utf16CodeUnits", at(run, "columnKind"));
            Map<String, Object> value = result(sarif, "meta-unknown-value");
            Object rule = at(run, "tool", "driver", "rules", String.valueOf(value.get("ruleIndex")));
            assertEquals("meta-unknown-value", at(rule, "id"));
            assertEquals("error", at(rule, "defaultConfiguration", "level"));
            assertTrue(String.valueOf(at(rule, "help", "markdown")).contains("## Why"));
            assertEquals("error", value.get("level"));
            assertEquals(List.of(), value.get("suppressions"));
            Object location = at(value, "locations", "0", "physicalLocation");
            assertEquals("content/%C3%A4%2C%20b%3A%20100%25.md", at(location, "artifactLocation", "uri"));
            assertEquals("content/ä, b: 100%.md", URI.create(String.valueOf(at(location, "artifactLocation", "uri"))).getPath());
            assertEquals("approved", at(value, "fixes", "0", "artifactChanges", "0", "replacements", "0", "insertedContent", "text"));
            // Two emoji and a tab: five code units.
            assertEquals(6L, at(result(sarif, "arc-link-broken"), "locations", "0", "physicalLocation", "region", "startColumn"));
            Map<String, Object> allowed = result(sarif, "pr-customer-quote-missing");
            assertEquals("inSource", at(allowed, "suppressions", "0", "kind"));
            assertEquals("the customer is a machine", at(allowed, "suppressions", "0", "justification"));
        }
    }

    @Test
    void sarifsFingerprintsStayWhenLinesMoveAndDifferWithinAFile() {
        try (Site site = Site.of(FAULTY)) {
            Set<Object> before = fingerprints(site);
            assertEquals(list(at(site.check("--format", "sarif").json(), "runs", "0", "results")).size(), before.size());
            String path = "content/ä, b: 100%.md";
            site.with("-- " + path + " --\n" + site.archiveText(path).replace("waits. TBD", "waits. TBD\r\n\r\nMore words.\r\n\r\nAnd more.")
                .replace("# Keys\r\n", "# Keys\r\n\r\n\r\n\r\n"));
            assertEquals(before, fingerprints(site));
        }
    }

    private static Set<Object> fingerprints(Site site) {
        Set<Object> prints = new HashSet<>();
        for (Object result : list(at(site.check("--format", "sarif").json(), "runs", "0", "results"))) {
            prints.add(at(result, "ruleId") + " " + at(result, "partialFingerprints", "primaryLocationLineHash"));
        }
        return prints;
    }

    @Test
    void anArchiveInAFolderOfARepositoryIsNamedFromTheRepositorysRoot() {
        try (Site site = Site.of("-- README.md --\nx\n-- docs/ideas/a.md --\n---\ntitle: A\nstatus: aproved\n---\n# A\n")) {
            site.commit("2024-03-01T10:00:00Z", "Ann <a@x>");
            String folder = site.archive().resolve("docs").toString();
            CommandLineRun github = site.run("check", "--format", "github", folder);
            assertTrue(github.out().contains("::error file=docs/ideas/a.md,line=3,col=9,title=meta-unknown-value::"), github.out());
            Object sarif = site.run("check", "--format", "sarif", folder).json();
            assertEquals("docs/ideas/a.md",
                at(result(sarif, "meta-unknown-value"), "locations", "0", "physicalLocation", "artifactLocation", "uri"));
            assertTrue(site.run("check", folder).out().contains("\nideas/a.md:3:9: error: ")
                || site.run("check", folder).out().startsWith("ideas/a.md:"), "text names files from the archive's folder");
        }
    }

    // ---- GitHub

    @Test
    void githubsCommandsAreEscapedAsGithubSays() {
        try (Site site = Site.of(FAULTY)) {
            CommandLineRun run = site.check("--format", "github");
            assertTrue(run.out().contains("::error file=content/ä%2C b%3A 100%25.md,line=3,col=9,title=meta-unknown-value::"
                + "`aproved` is not a status%0Afix: write `approved`\n"), run.out());
            run.out().lines().forEach(line -> assertTrue(
                line.matches("::(error|warning|notice) file=[^,:]+,line=\\d+,col=\\d+,title=[a-z-]+::[^\\r]+"), line));
            assertTrue(run.out().contains("::warning ") && run.out().contains("::notice "), run.out());
        }
    }

    // ---- JUnit

    @Test
    void junitHasOneCaseADocumentWhichFailsFromTheSeverityAskedFor() throws Exception {
        String clean = Site.document("0001", "Keys by post");
        try (Site site = Site.of(FAULTY + clean + "-- content/b.md --\n---\ntitle: B ]]> & <b>\nstatus: <non&sense>\n---\n# B\n\nSee [x](<go\u0001ne \"&.md>) and \u001b[31m.\n")) {
            Element suite = xml(site.check("--format", "junit").out());
            assertEquals("testsuite", suite.getTagName());
            assertEquals("3", suite.getAttribute("tests"));
            assertEquals("2", suite.getAttribute("failures"));
            List<String> names = new ArrayList<>();
            List<String> failed = new ArrayList<>();
            for (int i = 0; i < suite.getElementsByTagName("testcase").getLength(); i++) {
                Element one = (Element) suite.getElementsByTagName("testcase").item(i);
                names.add(one.getAttribute("name"));
                if (one.getElementsByTagName("failure").getLength() > 0) {
                    failed.add(one.getAttribute("name"));
                }
            }
            assertEquals(List.of("content/0001.md", "content/b.md", "content/ä, b: 100%.md"), names);
            assertEquals(List.of("content/b.md", "content/ä, b: 100%.md"), failed);
            assertTrue(suite.getTextContent().contains("`<non&sense>` is not a status"), suite.getTextContent());
            Element info = xml(site.check("--format", "junit", "--fail-on", "info").out());
            assertEquals("3", info.getAttribute("failures"), "infos count from `info` on");
        }
    }

    // ---- all

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif", "github", "junit"})
    void theResultIsTheSameForAnyNumberOfThreads(String format) {
        StringBuilder files = new StringBuilder(FAULTY + "-- pressroom.yaml --\nsite: {name: A}\n");
        for (int i = 1; i <= 30; i++) {
            files.append(Site.document("00" + (10 + i), "Idea " + i).replace("status: draft", i % 3 == 0 ? "status: drft" : "status: draft"));
        }
        try (Site site = Site.of(files.toString())) {
            CommandLineRun one = site.check("--format", format, "--threads", "1");
            CommandLineRun many = site.check("--format", format, "--threads", "7");
            assertEquals(one, many);
            assertEquals(1, one.code());
            assertEquals("", one.err());
        }
    }

    @Test
    void everyFormatEndsWithTheSameCode() {
        try (Site site = Site.of("-- content/a.md --\n---\ntitle: A\nstatus: draft\nodd-key: x\n---\n# A\n\n## Press release\n\n### Problem\n\nWords.\n\n### Solution\n\nWords.\n\n## FAQ\n\n### Why?\n\nBecause.\n")) {
            for (String format : List.of("text", "json", "sarif", "github", "junit")) {
                assertEquals(0, site.check("--format", format).code(), format);
                assertEquals(1, site.check("--format", format, "--fail-on", "warning").code(), format);
            }
        }
    }
}
