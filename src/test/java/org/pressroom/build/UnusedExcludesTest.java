package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressroom.Site.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.util.List;
import java.util.Map;

/// A pattern that is to hide something and matches nothing is noticed before the page is.
class UnusedExcludesTest {

    private static final String RULE = "config-exclude-unused";

    private static Site site(String exclude) {
        return Site.of(document("0001", "Keys by post") + document("private/0002", "Locks by post").replace("private/0002\"", "0002\"")
            + document("deep/Secret/0003", "Doors by post").replace("deep/Secret/0003\"", "0003\"")
            + "-- content/private/plan.png --\nx\n-- notes/a.txt --\nx\n-- pressroom.yaml --\nexclude: ['" + exclude + "']\n");
    }

    private static List<Map<String, Object>> found(CommandLineRun check) {
        return check.findings().stream().filter(finding -> RULE.equals(finding.get("rule"))).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PRIVATE/**            | private/**
        Private               | private
        content/Private/**    | content/private/**
        Content/private/**    | content/private/**
        *.MD                  | *.md
        private/0002          | private/0002.md
        secret/**             | **/Secret/**
        Secret/**             | **/Secret/**
        docs/private/**       | private/**
        privat/**             | private/**
        privaet               | private
        PRIVATE/*.md          | private/*.md
        deep/secret           | deep/Secret
        """)
    void whatMayBeMeantIsNamed(String pattern, String meant) {
        try (Site site = site(pattern)) {
            CommandLineRun check = site.check("--format", "json");
            Map<String, Object> finding = found(check).getFirst();
            assertTrue(String.valueOf(finding.get("fix")).contains("did you mean `" + meant + "`?"), finding.toString());
            assertEquals("warning", finding.get("severity"));
            assertEquals("pressroom.yaml 1 11", finding.get("file") + " " + finding.get("line") + " " + finding.get("column"));
            assertTrue(String.valueOf(finding.get("message")).contains("`" + pattern + "`"), finding.toString());
            site.with("-- pressroom.yaml --\nexclude: ['" + meant + "']\n");
            assertEquals(List.of(), found(site.check("--format", "json", "--allow-empty")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"private/**", "private", "content/private", "/private/", "./private", "**/*.png", "notes", "notes/**", "deep/*/*.md", "{private,gone}/**"})
    void whatMatchesAnyFileIsUsed(String pattern) {
        try (Site site = site(pattern)) {
            assertEquals(List.of(), found(site.check("--format", "json")));
            assertFalse(site.build().err().contains(RULE));
        }
    }

    @Test
    void theSiteNamesNeitherThePatternNorAFile() {
        try (Site site = site("Acme-Merger/**")) {
            CommandLineRun build = site.build();
            assertEquals(0, build.code(), build.err());
            assertTrue(build.err().contains("pressroom.yaml:1:11: warning: a pattern of `exclude` matches no file, so it excludes nothing"), build.err());
            assertFalse(build.err().contains("Acme"), build.err());
            assertEquals(1, site.build("--fail-on", "warning").code());
            site.files().forEach((address, text) -> assertFalse(text.contains("Acme-Merger"), address));
            site.with("-- pressroom.yaml --\nexclude: ['Acme-Merger/**']\nseverities: {" + RULE + ": off}\n");
            assertFalse(site.build("--fail-on", "warning").err().contains(RULE));
        }
    }

    @Test
    void inCommitsAndBareRepositoriesToo() {
        try (Site site = site("PRIVATE/**").commit("2024-03-01T10:00:00Z", "Ana <a@x>")) {
            assertEquals(1, found(site.check("--format", "json", "--ref", "main")).size());
            Site.git(site.home(), Map.of(), "clone", "-q", "--bare", site.archive().toString(), "bare.git");
            assertEquals(1, found(site.run("check", "--format", "json", site.home().resolve("bare.git").toString())).size());
        }
    }

    /// What a source has is there to be matched, and what a source that can't be read has is not known.
    @Test
    void filesOfSourcesCount() {
        String here = document("0001", "Keys by post");
        String there = document("0002", "Locks by post").replace("content/0002", "other/content/wip/0002");
        String config = "-- pressroom.yaml --\nexclude: ['%s']\nsources: {other: {location: %s}}\n";
        try (Site site = Site.of(here + there + config.formatted("wip/**", "other"))) {
            assertEquals(List.of(), found(site.check("--format", "json")));
            site.with(config.formatted("WIP/**", "other"));
            assertEquals(1, found(site.check("--format", "json")).size());
            site.with(config.formatted("WIP/**", "elsewhere"));
            assertEquals(List.of(), found(site.check("--format", "json")));
        }
    }

    @Test
    void whatIsNotCheckedOutCounts() {
        try (Site site = site("deep/**").commit("2024-03-01T10:00:00Z", "Ana <a@x>")) {
            Site.git(site.archive(), Map.of(), "sparse-checkout", "set", "--cone", "content/private");
            assertEquals(List.of(), found(site.check("--format", "json")));
        }
    }
}
