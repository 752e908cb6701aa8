package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;
import org.pressroom.git.AllowedPlaces;
import org.pressroom.git.CloneAddress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One site from several repositories and folders, and from addresses to clone.
class SourcesTest {

    private static final String ANA = "Ana Lima <ana@x.example>";
    private static final String BO = "Bo Berg <bo@x.example>";

    /// Another archive beside that of a test.
    private static Site web() {
        return Site.of(Site.document("0001", "Doors by telephone") + Site.document("0007", "Locks on rails").replace("created: 2024-03-01", "created: 2024-03-01\nrelated: [\"0001\", \"0002\"]"))
            .commit("2023-05-06T10:00:00Z", BO);
    }

    /// Builds with everything allowed that the configuration names on this machine.
    private static CommandLineRun build(Site hub, Site other) {
        return hub.build("--allow-source", other.home().toString());
    }

    private static Site hub(String sources) {
        return Site.of(Site.document("0001", "Keys by post").replace("created: 2024-03-01", "created: 2024-03-01\nrelated: [\"0007\", \"web:0001\"]")
            + Site.document("0002", "Keys by pigeon") + "-- pressroom.yaml --\nsite: {name: The hub}\nsources:\n" + sources).commit("2024-03-01T10:00:00Z", ANA);
    }

    @Test
    void idsAreToldApartAndResolveInTheirOwnSourceFirst() {
        try (Site web = web(); Site hub = hub("  web:\n    location: " + web.archive() + "\n    ref: main\n")) {
            CommandLineRun run = build(hub, web);
            assertEquals(0, run.code(), run.out() + run.err());
            assertTrue(hub.page("ideas/0001.html").contains("Keys by post"));
            assertTrue(hub.page("ideas/web-0001.html").contains("Doors by telephone"));
            String hub1 = hub.page("api/0001.json");
            assertTrue(hub1.contains("\"id\":\"web:0007\"") && hub1.contains("\"id\":\"web:0001\""), hub1);
            String web7 = hub.page("api/web-0007.json");
            assertTrue(web7.contains("\"id\":\"web:0001\"") && web7.contains("\"id\":\"0002\""), web7);
            assertTrue(hub.page("ideas/web-0001.html").contains("<dt>Source</dt><dd><bdi>web</bdi></dd>"));
            assertTrue(hub.page("ideas/0002.html").contains("<dt>Source</dt><dd><bdi>The hub</bdi></dd>"));
            assertTrue(hub.page("ideas.html").contains("web:0007"));
            assertTrue(hub.page("people.html").contains("Bo Berg") && hub.page("people.html").contains("Ana Lima"));
            String history = hub.run("history", "--allow-source", web.home().toString(), "web:0007", "--format", "json", hub.archive().toString()).out();
            assertTrue(history.contains("2023-05-06") && history.contains("Bo Berg"), history);
            CommandLineRun search = hub.run("search", "--allow-source", web.home().toString(), "--format", "json", "telephone", hub.archive().toString());
            assertTrue(search.out().contains("web:0001") && search.out().contains("ideas/web-0001.html"), search.out() + search.err());
        }
    }

    @Test
    void withoutOthersNothingSpeaksOfSources() {
        try (Site site = Site.of(Site.document("0001", "Keys by post"))) {
            site.build();
            assertFalse(site.page("ideas/0001.html").contains("<dt>Source</dt>"));
            assertFalse(site.page("index.html").contains("stale-source"));
        }
    }

    @Test
    void findingsNameTheSource() {
        try (Site web = Site.of("-- 0009.md --\n---\ntitle: Broken\nstatus: drafd\n---\n\n# Broken\n"); Site hub = hub("  web: {location: " + web.archive() + "}\n")) {
            CommandLineRun run = hub.check("--allow-source", web.home().toString());
            assertTrue(run.out().contains("web:0009.md:3:"), run.out());
            assertTrue(hub.check("--format", "json", "--allow-source", web.home().toString()).findings().stream().anyMatch(f -> "web:0009.md".equals(f.get("file"))));
            // Other sources are not this archive's to mend.
            hub.check("--fix", "--allow-source", web.home().toString());
            assertTrue(web.archiveText("0009.md").contains("status: drafd"));
        }
    }

    @Test
    void aCloneKeepsItsLastState() throws IOException {
        try (Site web = web(); Site hub = hub("  web: {location: \"file://" + web.archive() + "\"}\n")) {
            assertEquals(0, build(hub, web).code());
            assertFalse(hub.page("index.html").contains("stale-source"));
            web.with(Site.document("0008", "Hinges by hand")).commit("2023-06-06T10:00:00Z", BO);
            build(hub, web);
            assertTrue(hub.page("ideas/web-0008.html").contains("Hinges by hand"), "fetched at each build");
            Path gone = web.archive().resolveSibling("gone");
            Files.move(web.archive(), gone);
            CommandLineRun run = build(hub, web);
            assertEquals(1, run.code(), run.err());
            assertTrue(run.err().contains("can't be reached; its state of ") && run.err().contains("[source-unreachable]"), run.err());
            assertTrue(hub.page("ideas/web-0008.html").contains("<p class=\"stale-source\">The source web could not be reached; this is its state of "));
            assertTrue(hub.page("rules/source-unreachable.html").contains("source-unreachable"));
            Files.move(gone, web.archive());
            build(hub, web);
            assertFalse(hub.page("ideas/web-0008.html").contains("stale-source"));
        }
    }

    @Test
    void aSourceThatWasNeverReachedIsLeftOut() {
        try (Site hub = hub("  web: {location: \"file:///nowhere/at/all.git\"}\n  folder: {location: ../nothing}\n  odd: {location: \"ftp://x/y\"}\n")) {
            CommandLineRun run = hub.build("--allow-source", "/nowhere", "--allow-source", hub.home().toString());
            assertEquals(1, run.code(), run.err());
            assertTrue(run.err().contains("the source `web` can't be used") && run.err().contains("the source `folder` can't be used")
                && run.err().contains("ftp://x/y is not the address of a repository"), run.err());
            assertTrue(hub.page("ideas/0001.html").contains("The source web could not be reached, so none of its documents are shown."));
        }
    }

    @Test
    void anArchiveMayBeAnAddress() throws IOException {
        try (Site web = web()) {
            String address = "file://" + web.archive();
            CommandLineRun run = web.run("build", "-o", web.output().toString(), address);
            assertTrue(web.page("ideas/0007.html").contains("Locks on rails"), run.err());
            assertTrue(web.run("search", "rails", address).out().contains("0007"));
            assertTrue(web.run("history", "0007", address).out().contains("Bo Berg"));
            Files.move(web.archive(), web.archive().resolveSibling("gone"));
            run = web.run("build", "-o", web.output().toString(), address);
            assertTrue(run.err().contains("[source-unreachable]"), run.err());
            assertTrue(web.page("ideas/0007.html").contains("class=\"stale-source\""));
            CommandLineRun never = web.run("build", "-o", web.output().toString(), "file:///nowhere/at/all.git");
            assertEquals(3, never.code());
            assertTrue(never.err().contains("cannot reach file:///nowhere/at/all.git"), never.err());
        }
    }

    @Test
    void credentialsAreShownNowhere() {
        String secret = "https://robot:s3cr3t@localhost:1/ideas.git?token=t0k3n";
        try (Site hub = hub("  web: {location: \"" + secret + "\"}\n")) {
            CommandLineRun run = hub.build("--allow-source", "https://localhost:1/");
            CommandLineRun one = hub.run("check", secret);
            assertEquals(3, one.code());
            for (String text : new String[] {run.err(), run.out(), one.err(), hub.check("--format", "json").out()}) {
                assertFalse(text.contains("s3cr3t") || text.contains("t0k3n") || text.contains("robot"), text);
            }
            hub.files().forEach((name, text) -> assertFalse(text.contains("s3cr3t") || text.contains("robot:"), name));
            Site.filesOf(hub.home().resolve("cache")).forEach((name, text) -> assertFalse(text.contains("s3cr3t"), name));
        }
    }

    @Test
    void anAddressOfAnotherFormGetsAnAnswer() {
        try (Site site = Site.of("")) {
            assertTrue(site.run("check", "git@example.com:ideas.git").err().contains("write ssh://git@example.com/ideas.git"));
            assertTrue(site.run("check", "http://example.com/x.git").err().contains("write https://host/path"));
        }
    }

    @Test
    void namesThatCannotBeUsedAreFindings() {
        try (Site hub = hub("  Web Shop: {location: x}\n  main: {location: x}\n  none: {}\n  some: {locaton: x}\n")) {
            String found = hub.check().out();
            assertTrue(found.contains("`Web Shop` can't be the name of a source") && found.contains("choose another name"), found);
            assertTrue(found.contains("the source `none` has no location") && found.contains("did you mean `location`?"), found);
        }
    }

    @Test
    void itsContentFolderIsAllOfIt() {
        try (Site web = Site.of("-- docs/ideas/0003.md --\n" + Site.document("0003", "Gates").substring(22) + "\n![Plan](plan.svg)\n-- docs/ideas/plan.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n-- other.md --\nno\n-- templates/home.ftlh --\nhacked\n").commit("2023-05-06T10:00:00Z", BO);
                Site hub = hub("  web: {location: " + web.archive() + ", content: docs/ideas/}\n")) {
            Site.git(web.archive(), Map.of(), "mv", "docs/ideas/0003.md", "docs/ideas/0003-gates.md");
            web.commit("2023-07-06T10:00:00Z", BO);
            CommandLineRun run = build(hub, web);
            assertTrue(hub.page("ideas/web-0003.html").contains("Gates"), run.err());
            assertTrue(hub.files().containsKey("files/web/plan.svg"), hub.files().keySet().toString());
            assertFalse(hub.page("index.html").contains("hacked"));
            assertTrue(hub.page("web/0003.html").contains("ideas/web-0003.html"), "a redirect");
        }
    }

    /// A folder beside the archive, with a text that must not be published.
    private static Site secret() {
        return Site.of("-- diary.md --\n# Salaries\n\nZebra [k](keys.txt)\n-- keys.txt --\nzebra key\n").commit("2023-05-06T10:00:00Z", BO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARCHIVE", "ARCHIVE/", "file://ARCHIVE", "FILE://ARCHIVE", "../../HOME/archive", "content/../../../HOME/archive", "./../../HOME/archive", "link", "content/link",
        "link/.", "ssh://git@localhost/x", "https://localhost:1/x.git", "HTTPS://localhost:1/x.git", ".git", "sub/../.git", "file://localhostARCHIVE", "git@localhost:x", "//ARCHIVE"})
    void whatLiesOutsideTheArchiveIsNotRead(String location) throws IOException {
        try (Site secret = secret(); Site hub = Site.of(Site.document("0001", "Keys by post"))) {
            Files.createSymbolicLink(hub.archive().resolve("link"), secret.archive());
            Files.createSymbolicLink(hub.archive().resolve("content/link"), secret.archive());
            String written = location.replace("ARCHIVE", secret.archive().toString()).replace("HOME", secret.home().getFileName().toString());
            hub.with("-- pressroom.yaml --\nsources:\n  notes: {location: \"" + written + "\"}\n").commit("2024-03-01T10:00:00Z", ANA);
            CommandLineRun run = hub.build();
            assertEquals(1, run.code(), run.err());
            assertTrue(run.err().contains("[source-unreachable]") && run.err().contains("the source `notes` can't be used"), run.err());
            hub.files().forEach((name, text) -> assertFalse(text.contains("Zebra") || text.contains("zebra key"), name));
            assertTrue(hub.page("ideas/0001.html").contains("Keys by post"));
            hub.build("--ref", "HEAD");
            hub.files().forEach((name, text) -> assertFalse(text.contains("Zebra") || text.contains("zebra key"), name));
        }
    }

    @Test
    void whoeverBuildsAllowsItByAPrefixOrAConfigurationOfHisOwn() throws IOException {
        try (Site secret = secret(); Site hub = hub("  notes: {location: " + secret.archive() + "}\n")) {
            hub.build("--allow-source", secret.archive() + "x", "--allow-source", secret.home() + "/arch", "--allow-source", "https://example.com/");
            assertFalse(hub.files().containsKey("ideas/notes-diary.html"), "a part of a name is no folder");
            hub.build("--allow-source", "/nowhere", "--allow-source", secret.home().toString());
            assertTrue(hub.files().containsKey("ideas/notes-diary.html"));
            Path own = hub.home().resolve("own.yaml");
            Files.copy(hub.archive().resolve("pressroom.yaml"), own);
            hub.run("build", "-o", hub.home().resolve("second").toString(), "--config", own.toString(), hub.archive().toString());
            assertTrue(Files.exists(hub.home().resolve("second/ideas/notes-diary.html")));
            hub.run("build", "-o", hub.home().resolve("third").toString(), "--config", hub.archive().resolve("pressroom.yaml").toString(), hub.archive().toString());
            assertFalse(Files.exists(hub.home().resolve("third/ideas/notes-diary.html")), "one that came with the archive is not his own");
            CommandLineRun wrong = hub.build("--allow-source", "ftp:// x");
            assertEquals(3, wrong.code());
            assertTrue(wrong.err().contains("--allow-source ftp:// x is not the beginning of an address"), wrong.err());
        }
    }

    @Test
    void aFolderInTheArchiveNeedsNobodysLeave() {
        try (Site hub = hub("  old: {location: attic/old}\n").with("-- attic/old/0005.md --\n---\ntitle: Gates\nstatus: draft\n---\n# Gates\n\nWords.\n")) {
            hub.build();
            assertTrue(hub.files().containsKey("ideas/old-0005.html"), hub.files().keySet().toString());
        }
    }

    @Test
    void aRepositoryInTheArchiveThatLeadsElsewhereIsNotRead() throws IOException {
        try (Site secret = secret(); Site hub = Site.of(Site.document("0001", "Keys by post") + "-- sub/.git --\ngitdir: " + secret.archive().resolve(".git")
                + "\n-- pressroom.yaml --\nsources: {sub: {location: sub, ref: main}}\n")) {
            CommandLineRun run = hub.build();
            assertEquals(1, run.code(), run.err());
            assertTrue(run.err().contains("its repository leads outside its folder"), run.err());
            hub.files().forEach((name, text) -> assertFalse(text.contains("Zebra") || text.contains(secret.home().toString()), name));
        }
    }

    @ParameterizedTest
    @CsvSource({"https://git.example.com/web, https://git.example.com/web/ideas.git, true", "https://git.example.com/web/, https://git.example.com/web/ideas.git, true",
        "https://git.example.com/web, https://git.example.com/webx/ideas.git, false", "https://git.example.com/, https://git.example.com.evil.example/x, false",
        "https://git.example.com/, https://git.example.com@evil.example/x, false", "https://git.example.com/, https://user:pass@git.example.com/x, true",
        "HTTPS://git.example.com/, https://GIT.example.com/x, true", "https://git.example.com/, ssh://git.example.com/x, false",
        "https://git.example.com/, https://git.example.com:8443/x, false", "https://git.example.com/web, https://git.example.com/web/../secret/x, false",
        "https://git.example.com/web, https://git.example.com/web/%2e%2e/secret/x, false", "https://git.example.com/web, https://git.example.com/web/.., false",
        "ssh://git@git.example.com/web, ssh://other@git.example.com/web/x, true"})
    void anAddressIsAllowedByItsBeginning(String prefix, String address, boolean allowed) {
        assertEquals(allowed, AllowedPlaces.of(List.of(prefix)).holds(CloneAddress.of(address).orElseThrow()));
    }
}
