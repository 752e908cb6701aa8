package org.pressroom.search;

import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Entry;
import org.pressroom.model.Decision;
import org.pressroom.model.Document;
import org.pressroom.model.PartKind;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What is told of an earlier proposal to somebody who has a problem.
///
/// @param problem  its problem paragraphs; the summary when it has none; empty when it has neither
/// @param reason   why it was decided so, as a word of the vocabulary; null when nobody said
/// @param why      the same in sentences; null when nobody said
/// @param deciders names without mail addresses
/// @param decided  null when it is not decided, or nobody knows when
public record ProblemRecord(
        String problem, @Nullable String reason, @Nullable String why, List<String> deciders, @Nullable LocalDate decided) {

    private static final String PROBLEM = "problem";
    private static final String REASON = "reason";
    private static final String WHY = "why";
    private static final String DECIDER = "decider";
    private static final String DECIDED = "decided";
    private static final Set<String> FIELDS = Set.of(PROBLEM, REASON, WHY, DECIDER, DECIDED);

    /// To read what is stored of the document with it.
    static final Set<String> FIELDS_WITH_STORED = Set.of(PROBLEM, REASON, WHY, DECIDER, DECIDED, IndexFields.STORED);

    public ProblemRecord {
        deciders = List.copyOf(deciders);
    }

    /// What a document says.
    public static ProblemRecord of(Entry entry, Document document) {
        Decision decision = document.metadata().decision();
        return new ProblemRecord(problem(document), entry.facts().reason(),
            decision == null ? null : decision.text(), entry.facts().proceedings().deciders(), entry.facts().decided());
    }

    static String problem(Document document) {
        String problem = document.pressRelease().part(PartKind.PROBLEM).map(p -> Analysis.normal(p.text())).orElse("");
        return problem.isEmpty() ? Analysis.normal(document.summary()) : problem;
    }

    /// The reason as a word of the vocabulary, else in sentences; null when nobody said.
    public @Nullable String anyReason() {
        return reason != null ? reason : why;
    }

    /// The reason in sentences, else as a word of the vocabulary; null when nobody said.
    public @Nullable String fullReason() {
        return why != null ? why : reason;
    }

    void addTo(org.apache.lucene.document.Document fields) {
        fields.add(new StoredField(PROBLEM, problem));
        add(fields, REASON, reason);
        add(fields, WHY, why);
        deciders.forEach(name -> fields.add(new StoredField(DECIDER, name)));
        add(fields, DECIDED, decided == null ? null : decided.toString());
    }

    private static void add(org.apache.lucene.document.Document fields, String name, @Nullable String value) {
        if (value != null) {
            fields.add(new StoredField(name, value));
        }
    }

    /// @param document Lucene's number
    static ProblemRecord read(StoredFields stored, int document) throws IOException {
        return read(stored.document(document, FIELDS));
    }

    static ProblemRecord read(org.apache.lucene.document.Document fields) {
        @Nullable String problem = fields.get(PROBLEM);
        @Nullable String decided = fields.get(DECIDED);
        return new ProblemRecord(problem == null ? "" : problem, fields.get(REASON), fields.get(WHY),
            Stream.of(fields.getValues(DECIDER)).toList(), decided == null ? null : LocalDate.parse(decided));
    }
}
