package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

/// What an archive leaves unsaid in its documents is understood when the configuration says it once.
class ConventionsTest {

    private static String said(Site site, String id, String key) {
        String json = site.page("api/" + id + ".json");
        int at = json.indexOf("\"" + key + "\":");
        return json.substring(at + key.length() + 3, Math.min(json.length(), at + key.length() + 60)).replaceFirst("(?s)^\\s*\"?([^\",}\\]]*).*", "$1");
    }

    @Test
    void foldersNamesAndDefaultsSayWhatDocumentsDoNot() {
        try (Site site = Site.of("""
                -- pressroom.yaml --
                kinds: {note: {prfaq: false, required: []}}
                status-from: {folder: {live: approved, attic: withdrawn}}
                created-from: name
                title-prefixes: ["PR-FAQ —", "RFC {number}:"]
                title-suffixes: ["(proposal)"]
                ignore: [milestone, feature-gates]
                required-for: {approved: [team]}
                defaults:
                  "live/**": {team: Web}
                  "**": {team: Nobody, tags: [all]}
                -- content/live/2021-03-04-one.md --
                # PR-FAQ — One (proposal)

                Words.
                -- content/attic/two.md --
                ---
                title: "RFC 12: Two"
                team: Two
                milestone: 7
                feature_gates: [a]
                ---
                Words.
                -- content/live/three.md --
                # Three

                **Status:** Draft

                Words.
                """)) {
            CommandLineRun run = site.build();
            assertEquals(0, run.code(), run.err());
            assertFalse(run.err().contains("meta-unknown-key") || run.err().contains("meta-missing-field"), run.err());
            assertEquals("approved", said(site, "2021-03-04-one", "status"));
            assertEquals("2021-03-04", said(site, "2021-03-04-one", "created"));
            assertEquals("One", said(site, "2021-03-04-one", "title"));
            assertEquals("Web", said(site, "2021-03-04-one", "team"));
            assertEquals("withdrawn", said(site, "two", "status"));
            assertEquals("Two", said(site, "two", "title"));
            assertEquals("Two", said(site, "two", "team"));
            assertEquals("draft", said(site, "three", "status"));
        }
    }

    @Test
    void aFileBesideTheTextHoldsItsMetadata() {
        try (Site site = Site.of("""
                -- pressroom.yaml --
                content: keps
                kinds: {kep: {files: ["**/README.md"], id: "KEP-{folder}", required: [title, status]}}
                -- keps/sig-a/1234-thing/README.md --
                # KEP-1234: Thing

                Words.
                -- keps/sig-a/1234-thing/kep.yaml --
                title: The thing
                status: implementable
                authors: ["@ana"]
                creation-date: 2021-03-04
                latest-milestone: v1.2
                -- keps/sig-b/5-secret/README.md --
                # Secretword

                Words.
                -- keps/sig-b/5-secret/kep.yaml --
                status: draft
                visibility: restricted
                -- keps/sig-b/6-broken/README.md --
                # Brokenword

                Words.
                -- keps/sig-b/6-broken/kep.yaml --
                status: [draft
                visibility: "restr
                -- README.md --
                # About

                Words.
                """)) {
            CommandLineRun run = site.build();
            assertEquals(0, run.code(), run.err());
            assertEquals("The thing", said(site, "kep-1234-thing", "title"));
            assertEquals("implementable", said(site, "kep-1234-thing", "status"));
            assertEquals("2021-03-04", said(site, "kep-1234-thing", "created"));
            assertTrue(site.files().values().stream().noneMatch(text -> text.contains("Secretword") || text.contains("Brokenword")));
            assertTrue(site.check().out().contains("the metadata in `kep.yaml` beside this document can't be read: line "));
            String before = site.page("api/kep-1234-thing.json");
            site.with("-- keps/sig-a/1234-thing/kep.yaml --\ntitle: The thing\nstatus: withdrawn\n").build();
            assertFalse(before.equals(site.page("api/kep-1234-thing.json")));
            assertEquals("withdrawn", said(site, "kep-1234-thing", "status"));
        }
    }

    @Test
    void formsForNewDocumentsAreLeftOutAndThatIsSaid() {
        try (Site site = Site.of("""
                -- content/0000-name.md --
                # Name
                -- content/adr-template.md --
                # Title
                -- content/0042-templates-for-mail.md --
                # Templates for mail
                """)) {
            String checked = site.check("--fail-on", "error").out();
            assertTrue(checked.contains("2 files are forms for new documents by their names and are left out: `content/0000-name.md`, `content/adr-template.md`"), checked);
            CommandLineRun run = site.build();
            assertTrue(run.out().startsWith("1 document,"), run.out());
            site.with("-- pressroom.yaml --\ntemplates: []\n");
            assertTrue(site.build().out().startsWith("3 documents,"));
        }
    }

    @Test
    void whatStandsForAnUnknownStatusIsFoundInTheConfiguration() {
        try (Site site = Site.of("""
                -- pressroom.yaml --
                status-from: {folder: {live: bananas}}
                defaults: {"**": {status: aproved, teem: x}}
                -- content/a.md --
                # A
                """)) {
            String checked = site.check().out();
            assertTrue(checked.contains("pressroom.yaml:1:30: error: `bananas` is not a status"), checked);
            assertTrue(checked.contains("did you mean `approved`?"), checked);
            assertTrue(checked.contains("`teem` is not a metadata key"), checked);
        }
    }

    @Test
    void wordsOfOtherHousesAreSaidOnceAndShownAsWritten() {
        try (Site site = Site.of("""
                -- content/0001-a.md --
                # A

                Status: Accepted

                Words.
                -- content/0002-b.md --
                # B

                Status: Rejected

                Words.
                -- content/0003-c.md --
                # C

                ## Status

                Superseded by [A](0001-a.md)

                Words.
                """)) {
            CommandLineRun run = site.check();
            assertFalse(run.out().contains("is not a status"), run.out());
            assertEquals(2, run.out().split("meta-borrowed-status", -1).length, run.out());
            site.build();
            assertTrue(site.page("ideas/0001.html").contains("Accepted"));
            assertTrue(site.page("ideas/0003.html").contains("<a href=\"../ideas/0001.html\">"));
            assertTrue(site.page("status/rejected.html").contains("Rejected"));
            assertTrue(site.page("glossary.html").contains("Returned for revision"));
        }
    }

    @Test
    void whatIsNoPressReleaseIsAPageLikeAnyOther() {
        try (Site site = Site.of("""
                -- content/0001-notes.md --
                # Notes

                - [Summary](#summary)
                - [Why](#why)

                ## Summary

                This is the real summary. More.

                1986\\. A great year.

                - [x] Done
                - [ ] Not done

                ![plan](plan.png)
                -- content/0002-badges.md --
                # Badges

                [![build](https://img.example.org/a.svg)](https://example.org) ![b](https://img.example.org/b.svg)

                The first sentence of this document. More.
                -- content/plan.png --
                version https://git-lfs.github.com/spec/v1
                oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
                size 12345
                """)) {
            CommandLineRun run = site.build();
            assertTrue(run.err().contains("it is a pointer of Git LFS") && run.err().contains("git lfs pull"), run.err());
            assertFalse(run.err().contains("placeholder-left"), run.err());
            assertFalse(site.page("ideas/0001.html").contains("Press release"));
            assertEquals("This is the real summary.", said(site, "0001", "summary"));
            assertEquals("The first sentence of this document.", said(site, "0002", "summary"));
            assertTrue(site.files().keySet().stream().noneMatch(name -> name.endsWith("plan.png")));
        }
    }
}
