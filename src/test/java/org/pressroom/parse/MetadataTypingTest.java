package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlReader;
import org.pressroom.config.YamlValue;
import org.pressroom.model.Criteria;
import org.pressroom.model.Metadata;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.model.Person;
import org.pressroom.model.Visibility;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceSpan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

class MetadataTypingTest {

    private static RawMetadata raw(MetadataCarrier carrier, String yaml) {
        YamlReader.Read read = assertInstanceOf(
            YamlReader.Read.class, YamlReader.read(yaml, new SourceSpan(0, yaml.length())));
        return new RawMetadata(carrier, LineSpan.of(1), assertInstanceOf(YamlValue.Mapping.class, read.value()), 1);
    }

    private static Metadata typed(String yaml) {
        return MetadataTyping.type(raw(MetadataCarrier.YAML, yaml), Vocabulary.PRFAQ);
    }

    @Test
    void everyKeyIsTyped() {
        Metadata metadata = typed("""
            id: 0042
            title: Melinda,
              the smart mailbox
            summary: One sentence.
            status: In Review
            outcome: building
            result: met
            size: light
            authors: [Ana Lima, "Jo Park <jo@example.org>"]
            sponsor: Jo Park
            team: Home Delivery
            customer: Urban shoppers
            tags: [delivery, hardware, delivery]
            created: 2026-03-04
            launch: 2027-q2
            reviews: [{date: 2026-04-01, reviewers: [Jo Park], decision: revise, notes: later}]
            decision: {date: 2026-05-02, deciders: [S-team], reason: not-ours, text: "No.", link: "https://example.org"}
            criteria: {big-idea: yes, ours-to-do: no, plan: unsure}
            prediction: {text: 40 % in a year, by: 2028-06}
            actual: 31 %
            revisit: 2027-01-15
            launched: 2027-06-30
            supersedes: ["0014"]
            related: 0009
            discussion: https://example.org/d
            tracking: https://example.org/t
            visibility: internal
            aliases: [old/path.html]
            x-risk: {level: high, notes: [a, b]}
            """);
        assertEquals("0042", metadata.id());
        assertEquals("Melinda, the smart mailbox", metadata.title());
        assertEquals("in-review", metadata.status());
        assertTrue(metadata.light());
        assertEquals(List.of(new Person("Ana Lima", null), new Person("Jo Park", "jo@example.org")), metadata.authors());
        assertEquals(List.of("delivery", "hardware"), metadata.tags());
        assertEquals(LocalDate.of(2026, 3, 4), metadata.created());
        assertEquals("2027-Q2", String.valueOf(metadata.launch()));
        assertEquals("revise", metadata.reviews().getFirst().decision());
        assertEquals("not-ours", metadata.decision() == null ? null : metadata.decision().reason());
        assertEquals(new Criteria("yes", "no", "unsure"), metadata.criteria());
        assertEquals("2028-06", metadata.prediction() == null ? null : String.valueOf(metadata.prediction().by()));
        assertEquals(List.of("0014"), metadata.supersedes());
        assertEquals(List.of("0009"), metadata.related());
        assertEquals(Map.of("x-risk", Map.of("level", "high", "notes", List.of("a", "b"))), metadata.extra());
    }

    @Test
    void otherNamesDottedKeysAndCommaSeparatedListsAreUnderstood() {
        Metadata metadata = MetadataTyping.type(raw(MetadataCarrier.TABLE, """
            Author: Ana Lima, Jo Park <jo@example.org>
            Launch date: 2027
            Labels: delivery; hardware
            decision.date: 2026-05-02
            Decided by: S-team
            Reason: Not ours
            Review: talked about it in May
            """), Vocabulary.PRFAQ);
        assertEquals(List.of("Ana Lima", "Jo Park"), metadata.authors().stream().map(Person::name).toList());
        assertEquals(List.of("delivery", "hardware"), metadata.tags());
        assertEquals("2027", String.valueOf(metadata.launch()));
        assertEquals("talked about it in May", metadata.reviews().getFirst().notes());
        assertEquals(LocalDate.of(2026, 5, 2), metadata.decision() == null ? null : metadata.decision().date());
        assertEquals("not-ours", metadata.decision() == null ? null : metadata.decision().reason());
    }

    @Test
    void whatCannotBeTypedIsAbsent() {
        Metadata metadata = typed("""
            title: [a, b]
            status: aproved
            created: 2026-02-30
            launch: soon
            criteria: {plan: perhaps}
            decision: {date: May}
            tracking: "java\\tscript:alert(1)"
            authors: ["<>", ""]
            """);
        assertNull(metadata.title());
        assertNull(metadata.status());
        assertNull(metadata.created());
        assertNull(metadata.launch());
        assertNull(metadata.criteria());
        assertNull(metadata.decision());
        assertNull(metadata.tracking());
        assertEquals(List.of(), metadata.authors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"visibility: restricted", "visibility: public", "visibility:", "visibility: [internal]",
        "visibilty: internal2", "Visibility: Restricted", "visibility: internal\nvisibility: restricted"})
    void whateverIsNotSurelyInternalIsRestricted(String yaml) {
        assertEquals(Visibility.RESTRICTED, typed(yaml).visibility());
    }

    @ParameterizedTest
    @ValueSource(strings = {"title: a", "visibility: internal", "visibility: Internal"})
    void theRestIsInternal(String yaml) {
        assertEquals(Visibility.INTERNAL, typed(yaml).visibility());
    }

    @Test
    void piecesOfACommaSeparatedListKnowTheirPlace() {
        RawMetadata raw = raw(MetadataCarrier.LIST, "related: 0009,  0010");
        List<YamlValue.Scalar> items =
            MetadataValues.items(MetadataSchema.fields(raw, Vocabulary.PRFAQ).getFirst().value());
        assertEquals(List.of(new SourceSpan(9, 13), new SourceSpan(16, 20)),
            items.stream().map(YamlValue.Scalar::span).toList());
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1),true", "'  JavaScript:x',true", "data:text/html,true", "https://example.org,false",
        "../a.md,false", "Slack #mailbox,false"})
    void addressesThatRunCodeAreKnown(String address, boolean unsafe) {
        assertEquals(unsafe, MetadataValues.unsafe(address));
    }
}
