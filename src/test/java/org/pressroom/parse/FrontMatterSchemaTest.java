package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.SchemaCheck;
import org.pressroom.config.Configuration;
import org.pressroom.config.ConfigurationReader;
import org.pressroom.rules.Rules;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What editors are told of front matter is what Pressroom reads.
class FrontMatterSchemaTest {

    private static final SchemaCheck PRFAQ = new SchemaCheck(FrontMatterSchema.of(Configuration.DEFAULT));

    private static SchemaCheck of(String configuration) {
        return new SchemaCheck(FrontMatterSchema.of(new ConfigurationReader(Rules.ids(), MetadataSchema.paths(), Rules.wordLists())
            .read(SourceText.of(SourcePath.of("pressroom.yaml"), configuration)).configuration()));
    }

    @Test
    void theSampleArchiveIsValid() throws IOException {
        Map<String, Object> faults = new TreeMap<>();
        int documents = 0;
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
                String text = Files.readString(file);
                if (text.startsWith("---\n")) {
                    documents++;
                    faults.put(file.toString(), PRFAQ.faults(text.substring(4, text.indexOf("\n---", 4))));
                }
            }
        }
        faults.values().removeIf(found -> found.equals(List.of()));
        assertEquals(Map.of(), faults);
        assertTrue(documents >= 30, documents + " documents");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id: 0042", "status: In Review", "status: in-review (until May)", "State: approved", "STATUS: draft", "authors: Ana",
        "authors: ['Ana Lima', 'Jo <jo@example.org>']", "Author: Ana", "created: 2026-03-04", "launch: 2027", "launch: 2027-Q2", "launch: 2027-06",
        "tags: [delivery, 2027]", "decision.date: 2026-05-02", "Decided by: [S-team]", "decision: No.", "decision: {date: 2026-05-02, Reason: not ours}",
        "reviews: [{date: 2026-04-01, decision: revise}]", "criteria: {big-idea: yes}", "prediction: 40 % in a year", "x-cost: {a: [b]}",
        "layout: page", "team:", "visibility: internal", "discussion: https://example.org/"})
    void whatCanBeReadIsValid(String yaml) {
        String whole = "title: A\n" + (yaml.matches("(?i)(status|state):.*") ? yaml : "status: draft\n" + yaml);
        assertEquals(List.of(), PRFAQ.faults(whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status: aproved", "status: [draft]", "status:", "titel: A", "created: 4 March", "created: 2026-02-40", "launch: soon",
        "authors: {name: Ana}", "tags: [[a]]", "decision: {dat: 2026-05-02}", "decision: {reason: because}", "reviews: [{decision: maybe}]",
        "criteria: [yes]", "visibility: secret", "discussion: 'javascript:alert(1)'", "sponsor: [Ana]", "size: middle"})
    void whatCannotBeReadIsNot(String yaml) {
        assertFalse(PRFAQ.faults("title: A\n" + (yaml.startsWith("status") ? yaml : "status: draft\n" + yaml)).isEmpty());
    }

    @Test
    void aKeyThatEveryDocumentMustHaveIsAskedForByName() {
        assertTrue(PRFAQ.faults("title: A").toString().contains("status"), PRFAQ.faults("title: A").toString());
        assertFalse(PRFAQ.faults("title:\nstatus: draft").isEmpty());
    }

    @Test
    void theArchivesOwnWordsAndKeysAreInIt() {
        SchemaCheck own = of("""
            statuses: {open: {written: ["waiting *"]}, done: {as: approved}}
            keys: {testers: people, seen: date}
            aliases: {Tested by: testers}
            required: [status, testers]
            """);
        assertEquals(List.of(), own.faults("{status: Waiting for Ana, Tested by: [Jo], seen: 2027}"));
        assertFalse(own.faults("{status: draft, testers: [Jo]}").isEmpty());
        assertFalse(own.faults("{status: open, testers: {a: b}}").isEmpty());
        assertFalse(own.faults("{status: open}").isEmpty());
    }

    @Test
    void onlyWhatEveryKindRequiresIsRequired() {
        SchemaCheck both = of("""
            required: [title, team]
            kinds: {rfc: {files: ["rfc/**"], required: [title]}}
            """);
        assertEquals(List.of(), both.faults("title: A"));
        assertFalse(both.faults("team: A").isEmpty());
    }
}
