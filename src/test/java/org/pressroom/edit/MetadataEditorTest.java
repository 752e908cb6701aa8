package org.pressroom.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.config.Vocabulary;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class MetadataEditorTest {

    private static final MetadataEditor EDITOR = new MetadataEditor(new SourcePath(SourceId.MAIN, "content/1.md"), Vocabulary.PRFAQ);

    private static final MetadataChange APPROVED = new MetadataChange.Put("status", "approved");
    private static final MetadataChange DAY = new MetadataChange.Put("decision.date", "2027-01-15");
    private static final MetadataChange WHO = new MetadataChange.PutList("decision.deciders", List.of("Jo Park", "Ana Lima"));
    private static final MetadataChange OLD = new MetadataChange.Add("supersedes", "0014");

    private static MetadataChange review() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("date", "2027-01-15");
        fields.put("reviewers", List.of("Jo Park"));
        fields.put("decision", "revise");
        fields.put("notes", "A number: \"how many\"?");
        return new MetadataChange.AddItem("reviews", fields);
    }

    private static final String REVIEW = "{date: 2027-01-15, reviewers: [Jo Park], decision: revise, notes: \"A number: \\\"how many\\\"?\"}";

    /// Only what stands between is written; a body follows each.
    private static void assertYaml(String before, String after, MetadataChange... changes) {
        for (String end : new String[] {"\n", "\r\n"}) {
            String body = "\n# Title\n\nText.\n\nstatus: not metadata\n---\n";
            String from = ("---\n" + before + "---\n" + body).replace("\n", end);
            assertEquals(("---\n" + after + "---\n" + body).replace("\n", end), EDITOR.edit(from, List.of(changes)));
        }
    }

    @Test
    void valuesGiveWayWhereTheyStand() {
        assertYaml("title: A\nstatus: in-review   # since March\ntags: [a]\n", "title: A\nstatus: approved   # since March\ntags: [a]\n", APPROVED);
        assertYaml("status: \"in-review\"\n", "status: approved\n", APPROVED);
        assertYaml("State: 'draft'\n", "State: approved\n", APPROVED);
        assertYaml("status:\ntitle: A\n", "status: approved\ntitle: A\n", APPROVED);
        assertYaml("{title: A, status: draft}\n", "{title: A, status: approved}\n", APPROVED);
        assertYaml("decision: {date: 2026-01-01, text: why}\n", "decision: {date: 2027-01-15, text: why}\n", DAY);
        assertYaml("decision:\n  deciders:\n    - One\n    - Two\n  # a comment\n  text: why\n", "decision:\n  deciders: [Jo Park, Ana Lima]\n  # a comment\n  text: why\n", WHO);
        assertYaml("decided: 2026-01-01\n", "decided: 2027-01-15\n", DAY);
        assertYaml("decision.date: 2026-01-01\n", "decision.date: 2027-01-15\n", DAY);
        assertYaml("status: >-\n  draft\n\ntags: [a,\n  b]\n", "status: approved\n\ntags: [a,\n  b]\n", APPROVED);
        assertYaml("actual: |\n  31 %\n  # of all\n# end\n", "actual: 40 %\n# end\n", new MetadataChange.Put("actual", "40 %"));
        assertYaml("actual: >\n  31 %\n  of all\nstatus: draft\n", "actual: >\n  31 %\n  of all\nstatus: approved\n", APPROVED);
    }

    @Test
    void newKeysComeWhereDocumentationHasThem() {
        assertYaml("title: A\n# what matters\nstatus: draft # x\ntags: [a]\n", "title: A\n# what matters\nstatus: draft # x\noutcome: launched\ntags: [a]\n",
            new MetadataChange.Put("outcome", "launched"));
        assertYaml("tags: [a]\n", "status: approved\ntags: [a]\n".replace("status: approved\ntags: [a]\n", "tags: [a]\nstatus: approved\n"), APPROVED);
        assertYaml("x-own: 1\n", "x-own: 1\nstatus: approved\n", APPROVED);
        assertYaml("status: approved\n", "status: approved\ndecision:\n  date: 2027-01-15\n  deciders: [Jo Park, Ana Lima]\n", DAY, WHO);
        assertYaml("status: a\ntags:\n  - x\n  - y\n\n# below\nrelated: []\n", "status: a\ntags:\n  - x\n  - y\ndecision:\n  date: 2027-01-15\n\n# below\nrelated: []\n", DAY);
        assertYaml("summary: |\n  one\n  # no comment\n\nrelated: []\n", "summary: |\n  one\n  # no comment\nstatus: approved\n\nrelated: []\n", APPROVED);
    }

    @Test
    void nestedKeysComeBesideTheirOwn() {
        assertYaml("decision:\n    text: why   # indeed\n\nlaunch: 2027\n", "decision:\n    text: why   # indeed\n    date: 2027-01-15\n\nlaunch: 2027\n", DAY);
        assertYaml("decision: {text: why}\n", "decision: {text: why, date: 2027-01-15}\n", DAY);
        assertYaml("decision: {}\n", "decision: {date: 2027-01-15}\n", DAY);
        assertYaml("decision:\nlaunch: 2027\n", "decision:\n  date: 2027-01-15\nlaunch: 2027\n", DAY);
        assertYaml("decision: because it was good\n", "decision:\n  text: because it was good\n  date: 2027-01-15\n", DAY);
        assertYaml("decision:\n  deciders:\n    - Jo\n  text: >\n    long\n    text\nx-a: 1\n", "decision:\n  deciders:\n    - Jo\n  text: >\n    long\n    text\n  date: 2027-01-15\nx-a: 1\n", DAY);
    }

    @Test
    void listsGrow() {
        assertYaml("supersedes: [\"0009\"]\n", "supersedes: [\"0009\", \"0014\"]\n", OLD);
        assertYaml("supersedes: [ 9, ]\n", "supersedes: [ 9, \"0014\"]\n", OLD);
        assertYaml("supersedes: []\n", "supersedes: [\"0014\"]\n", OLD);
        assertYaml("supersedes: 9\n", "supersedes: [9, \"0014\"]\n", OLD);
        assertYaml("supersedes:\n- a # first\n- b\n# end\ntags: []\n", "supersedes:\n- a # first\n- b\n- \"0014\"\n# end\ntags: []\n", OLD);
        assertYaml("supersedes:\n", "supersedes: [\"0014\"]\n", OLD);
        assertYaml("status: draft\n", "status: draft\nreviews:\n  - " + REVIEW + "\n", review());
        assertYaml("reviews:\n  - {date: 2026-01-01, decision: revise}\ntags: []\n", "reviews:\n  - {date: 2026-01-01, decision: revise}\n  - " + REVIEW + "\ntags: []\n", review());
        assertYaml("reviews: [{date: 2026-01-01}]\n", "reviews: [{date: 2026-01-01}, " + REVIEW + "]\n", review());
        assertYaml("reviews: {date: 2026-01-01}\n", "reviews: [{date: 2026-01-01}, " + REVIEW + "]\n", review());
        assertYaml("reviews:\n-   date: 2026-01-01\n    notes: >\n      much\n      text\n", "reviews:\n-   date: 2026-01-01\n    notes: >\n      much\n      text\n"
            + "-   date: 2027-01-15\n    reviewers: [Jo Park]\n    decision: revise\n    notes: \"A number: \\\"how many\\\"?\"\n", review());
    }

    private static void assertToml(String before, String after, MetadataChange... changes) {
        for (String end : new String[] {"\n", "\r\n"}) {
            assertEquals(("+++\n" + after + "+++\n\n# T\n").replace("\n", end), EDITOR.edit(("+++\n" + before + "+++\n\n# T\n").replace("\n", end), List.of(changes)));
        }
    }

    @Test
    void tomlIsChangedAsToml() {
        assertToml("title = 'A' # t\nstatus = \"draft\" # now\n", "title = 'A' # t\nstatus = \"approved\" # now\n", APPROVED);
        assertToml("title = \"A\"\n", "title = \"A\"\nstatus = \"approved\"\ndecision.date = 2027-01-15\ndecision.deciders = [\"Jo Park\", \"Ana Lima\"]\n", APPROVED, DAY, WHO);
        assertToml("title = \"A\"\n\n[decision]\ntext = \"why\"\n", "title = \"A\"\n\nstatus = \"approved\"\n[decision]\ndate = 2027-01-15\ntext = \"why\"\n", APPROVED, DAY);
        assertToml("supersedes = [\"0009\"]\n", "supersedes = [\"0009\", \"0014\"]\n", OLD);
        assertToml("supersedes = []\n", "supersedes = [\"0014\"]\n", OLD);
        String table = "[[reviews]]\ndate = 2027-01-15\nreviewers = [\"Jo Park\"]\ndecision = \"revise\"\nnotes = \"A number: \\\"how many\\\"?\"\n";
        assertToml("title = \"A\"\n", "title = \"A\"\n" + table, review());
        assertToml("[[reviews]]\ndate = 2026-01-01\n", "[[reviews]]\ndate = 2026-01-01\n" + table, review());
    }

    @Test
    void otherHeadersAreChangedInTheirOwnForm() {
        assertEquals("title=A\nstatus=approved\ndecision.date=2027-01-15\n~~~~~~\n\ntext", EDITOR.edit("title=A\nstatus=draft\n~~~~~~\n\ntext", List.of(APPROVED, DAY)));
        assertEquals("# A\n\n| Key | Value |\n|---|---|\n| Status | approved |\n| Decision date | 2027-01-15 |\n| Decided by | Jo Park, Ana Lima |\n\ntext",
            EDITOR.edit("# A\n\n| Key | Value |\n|---|---|\n| Status | draft |\n\ntext", List.of(APPROVED, DAY, WHO)));
        assertEquals("# A\n\n* **Status:** approved\n* **Tags:** a\n* **Supersedes:** 0014\n\ntext", EDITOR.edit("# A\n\n* **Status:** draft\n* **Tags:** a\n\ntext", List.of(APPROVED, OLD)));
        assertEquals("# A\n\n> Status: approved\n> Decision date: 2027-01-15\n", EDITOR.edit("# A\n\n> Status: draft\n", List.of(APPROVED, DAY)));
        assertEquals("# A\n\n> Status: approved\n> Decision date: 2027-01-15\n", EDITOR.edit("# A\n\n> Status: draft", List.of(APPROVED, DAY)));
        assertEquals("---\nstatus: approved\n---\n\n# A\n\ntext\n", EDITOR.edit("# A\n\ntext\n", List.of(APPROVED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\nstatus: draft\nstatus: [unclosed\n---\n", "---\nreviews:\n  date: 2026-01-01\n---\n", "---\na: &x draft\nstatus: *x\nreviews: *x\n---\n"})
    void whatCannotBeChangedAloneIsRefused(String text) {
        EditException refused = assertThrows(EditException.class, () -> EDITOR.edit(text, List.of(review())));
        assertTrue(String.valueOf(refused.getMessage()).length() > 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0042", "yes", "null", "a: b", "# no", "- x", "x # y", "it's", "\"quoted\"", "a\\b", "tab\there", "[x]", "{x}", "*x", "&x", "!x", "%x", "@x", "`x`", "31 % after", "ü – é", "a, b", " x ", "x:", "1e3", "~", "\u0085", "日本", "😀"})
    void everyTextIsReadAsItWasWritten(String value) {
        for (String text : List.of("---\nactual: old\n---\n", "---\nprediction: {text: a}\nactual: old # c\n---\n", "---\ntitle: x\n---\n")) {
            EDITOR.edit(text, List.of(new MetadataChange.Put("actual", value), new MetadataChange.PutList("tags", List.of(value, "b")), new MetadataChange.Put("decision.text", value)));
        }
    }

    @Test
    void aLineOfTheTextOrASectionGivesWayToo() {
        assertEquals("# Title\n\n**Status:** approved\n\nText.\n", EDITOR.edit("# Title\n\n**Status:** draft\n\nText.\n", List.of(APPROVED)));
        assertEquals("# Title\n\n## Status\n\napproved\n\n## Problem\n\nText.\n", EDITOR.edit("# Title\n\n## Status\n\ndraft\n\n## Problem\n\nText.\n", List.of(APPROVED)));
    }
}
