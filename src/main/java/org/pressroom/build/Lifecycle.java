package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Term;
import org.pressroom.config.Terms;
import org.pressroom.config.Vocabulary;
import org.pressroom.edit.MetadataChange;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.TreeEntry;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.parse.MetadataField;
import org.pressroom.parse.MetadataReader;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.source.SourceText;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What happens to a proposal, as changes of its metadata: a new status, a review, a successor, an outcome.
///
/// Each checks what the rules of the lifecycle would find later: which word may follow which, and what a
/// decision needs.
public final class Lifecycle {

    private static final List<String> ENDED = List.of("launched", "cancelled", "retired");

    private final ArchiveSession session;
    private final DocumentLookup documents;
    private final boolean force;

    /// A decision.
    ///
    /// @param deciders none keeps those that are recorded
    /// @param reason   a word of the vocabulary
    /// @param text     the reason in sentences
    /// @param revisit  when a deferred idea is looked at again
    public record Decided(LocalDate date, List<String> deciders, @Nullable String reason, @Nullable String text, @Nullable LocalDate revisit) {
        public Decided {
            deciders = List.copyOf(deciders);
        }
    }

    /// What a proposal says of itself now.
    ///
    /// @param words of its kind
    public record Now(DocumentHead head, Vocabulary words, List<MetadataField> fields) {

        /// Whether a key has a value.
        public boolean has(String path) {
            return fields.stream().anyMatch(field -> field.path().equals(path) && field.present());
        }
    }

    /// @param force whether words may follow others that the vocabulary does not let follow
    public Lifecycle(ArchiveSession session, Workers workers, boolean force) {
        this.session = session;
        this.documents = DocumentLookup.of(session, workers);
        this.force = force;
    }

    /// A proposal as it is.
    ///
    /// @throws ArchiveException when there is no such proposal
    public Now find(String id) {
        DocumentHead head = documents.find(id);
        Vocabulary words = session.configuration().kindOf(head.path()).vocabulary();
        TreeEntry entry = session.documents().stream().filter(document -> document.path().equals(head.path())).findFirst().orElseThrow();
        String text = new String(session.read(entry).bytes(), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        return new Now(head, words, MetadataSchema.fields(MetadataReader.read(SourceText.of(head.path(), text), words).raw(), words));
    }

    /// The PR/FAQ's own word that a status stands for; the status itself when it stands for none.
    public static String meaning(Terms terms, Term term) {
        return Optional.ofNullable(terms.meaningOf(term.word())).orElse(term.word());
    }

    /// A new status.
    ///
    /// @param decided null when nothing was decided
    public List<MetadataChange> status(Now now, Term to, @Nullable Decided decided) {
        List<MetadataChange> changes = new ArrayList<>();
        mayFollow(now.words.status(), "status", now.head.status(), to.word());
        changes.add(new MetadataChange.Put("status", to.word()));
        if (decided != null) {
            changes.add(new MetadataChange.Put("decision.date", decided.date.toString()));
            if (!decided.deciders.isEmpty()) {
                changes.add(new MetadataChange.PutList("decision.deciders", decided.deciders));
            }
            if (decided.reason != null) {
                changes.add(new MetadataChange.Put("decision.reason", decided.reason));
            }
            if (decided.text != null) {
                changes.add(new MetadataChange.Put("decision.text", decided.text));
            }
            if (decided.revisit != null) {
                changes.add(new MetadataChange.Put("revisit", decided.revisit.toString()));
            }
        }
        return changes;
    }

    /// A review.
    ///
    /// @param decision one of [Vocabulary#REVIEW_DECISIONS]
    public static MetadataChange review(LocalDate date, List<String> reviewers, String decision, @Nullable String notes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("date", date.toString());
        fields.put("reviewers", reviewers);
        fields.put("decision", decision);
        if (notes != null) {
            fields.put("notes", notes);
        }
        return new MetadataChange.AddItem("reviews", fields);
    }

    /// What became of an approved proposal.
    ///
    /// @param day    of the launch; null for other outcomes
    /// @param result a word of the vocabulary; null when it is not known yet
    /// @param actual what was measured
    public List<MetadataChange> outcome(Now now, Term to, @Nullable LocalDate day, @Nullable String result, @Nullable String actual) {
        String status = now.head.status();
        String meaning = status == null ? "" : String.valueOf(now.words.status().meaningOf(status));
        if (!force && !List.of("approved", "superseded").contains(meaning)) {
            throw new ArchiveException(now.head.id().shown() + " is " + (status == null ? "without a status" : status)
                + ", and only approved ideas have an outcome; approve it first with `pressroom status`");
        }
        mayFollow(now.words.outcome(), "outcome", now.head.outcome(), to.word());
        List<MetadataChange> changes = new ArrayList<>(List.of(new MetadataChange.Put("outcome", to.word())));
        if (day != null) {
            changes.add(new MetadataChange.Put("launched", day.toString()));
        }
        if (result != null) {
            if (!ENDED.contains(meaning(now.words.outcome(), to))) {
                throw new ArchiveException("a result is known when something was launched, cancelled or retired, and the outcome is " + to.word());
            }
            changes.add(new MetadataChange.Put("result", result));
        }
        if (actual != null) {
            changes.add(new MetadataChange.Put("actual", actual));
        }
        return changes;
    }

    /// A proposal takes the place of another.
    ///
    /// @return for the new one
    public List<MetadataChange> supersedes(Now now, DocumentHead old) {
        if (now.head.path().equals(old.path())) {
            throw new ArchiveException("a proposal can't supersede itself");
        }
        return now.fields.stream().filter(field -> field.path().equals("supersedes")).anyMatch(field -> String.valueOf(field.value()).contains("text=" + old.id().shown() + ","))
            ? List.of() : List.of(new MetadataChange.Add("supersedes", old.id().shown()));
    }

    private void mayFollow(Terms terms, String key, @Nullable String from, String to) {
        if (force || from == null || terms.mayFollow(from, to)) {
            return;
        }
        List<String> next = terms.find(from).map(Term::next).orElse(List.of());
        throw new ArchiveException("the " + key + " can't go from " + from + " to " + to + ": "
            + (next == null || next.isEmpty() ? from + " is final; write a second attempt as a new document" : "after " + from + " comes " + String.join(" or ", next))
            + ". --force changes it all the same");
    }
}
