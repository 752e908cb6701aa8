package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Proceedings;
import org.pressroom.config.Configuration;
import org.pressroom.config.Terms;
import org.pressroom.history.FileHistory;
import org.pressroom.history.Transition;
import org.pressroom.model.Decision;
import org.pressroom.model.Document;
import org.pressroom.model.Link;
import org.pressroom.model.Metadata;
import org.pressroom.model.Person;
import org.pressroom.model.Review;
import org.pressroom.model.Status;
import org.pressroom.rules.Restricted;
import org.pressroom.source.SourcePath;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Condenses a document to what stays in memory, and takes out of it what refers to restricted documents.
final class FactsReader {

    private static final int SUMMARY_LENGTH = 300;

    private final Restricted restricted;
    private final Configuration configuration;

    FactsReader(Restricted restricted, Configuration configuration) {
        this.restricted = restricted;
        this.configuration = configuration;
    }

    /// A document without ids of restricted ones.
    Document scrubbed(Document document) {
        Metadata m = document.metadata();
        List<String> supersedes = published(document, m.supersedes());
        List<String> supersededBy = published(document, m.supersededBy());
        List<String> related = published(document, m.related());
        if (supersedes.equals(m.supersedes()) && supersededBy.equals(m.supersededBy()) && related.equals(m.related())) {
            return document;
        }
        return document.withMetadata(m.withReferences(supersedes, supersededBy, related, supersededBy.equals(m.supersededBy()) ? m.statusDetail() : null));
    }

    private List<String> published(Document document, List<String> ids) {
        return ids.stream().filter(id -> !id.isBlank() && !restricted.holds(document.path().source(), id)).toList();
    }

    /// Facts of which the links may lead to what is not a document.
    ///
    /// @param document  scrubbed
    /// @param history  what git knows of it; null without
    DocumentFacts facts(Document document, String blobId, @Nullable FileHistory history) {
        Metadata m = document.metadata();
        Decision decision = m.decision();
        String firstAuthor = history == null ? null : history.created().author();
        List<String> authors = !m.authors().isEmpty() ? m.authors().stream().map(Person::name).toList()
            : firstAuthor == null || firstAuthor.isBlank() ? List.of() : List.of(firstAuthor);
        Person owner = m.owner();
        return new DocumentFacts(document.path(), document.id(), m.id() != null && !m.id().isBlank(), blobId, document.title(),
            shortened(document.summary()), document.language(), document.prfaq(), m.status(), m.outcome(), m.result(), m.light(),
            authors, owner != null ? owner.name() : authors.isEmpty() ? null : authors.getFirst(), m.team(), m.tags(),
            m.created() != null ? m.created() : history == null ? null : history.created().day(),
            history == null ? null : history.revised().day(), history == null ? 0 : history.revisions().size(),
            decision != null && decision.date() != null ? decision.date() : decided(m, document.path(), history), decision == null ? null : decision.reason(), m.launched(), m.revisit(),
            m.supersedes(), m.supersededBy(), m.related(), links(document), document.anchors(),
            document.pressRelease().words() + document.faq().words(), Proceedings.of(m), m.aliases(), history);
    }

    /// Where the metadata don't say when it was decided: the day on which its status first meant what it means today, since
    /// it last meant something else; of one that was superseded, the day on which it was approved. Null when it isn't decided, or git knows of nothing else.
    private @Nullable LocalDate decided(Metadata metadata, SourcePath path, @Nullable FileHistory history) {
        Terms statuses = configuration.kindOf(path).vocabulary().status();
        String today = statuses.meaningOf(metadata.status());
        if (today == null || !Status.isAmong(Status.ONCE_DECIDED, today)) {
            return null;
        }
        if (today.equals(Status.SUPERSEDED.word())) {
            for (Review review : metadata.reviews()) {
                if (review.date() != null && Status.APPROVED.word().equals(statuses.meaningOf(review.decision()))) {
                    return review.date();
                }
            }
        }
        if (history == null) {
            return null;
        }
        // What was superseded had been approved, and that day counts.
        Set<Status> meaning = today.equals(Status.SUPERSEDED.word()) ? Status.ONCE_APPROVED : EnumSet.of(Status.of(today).orElseThrow());
        LocalDate since = null;
        boolean otherwise = false;
        for (Transition change : history.timeline()) {
            boolean same = Status.isAmong(meaning, statuses.meaningOf(change.status()));
            since = !same ? null : since != null ? since : otherwise ? change.day() : null;
            otherwise |= !same;
        }
        return since;
    }

    private static String shortened(String summary) {
        if (summary.length() <= SUMMARY_LENGTH) {
            return summary;
        }
        int end = Character.isHighSurrogate(summary.charAt(SUMMARY_LENGTH - 2)) ? SUMMARY_LENGTH - 2 : SUMMARY_LENGTH - 1;
        return summary.substring(0, end) + "…";
    }

    private List<SourcePath> links(Document document) {
        Set<SourcePath> linked = new LinkedHashSet<>();
        for (Link link : document.links()) {
            target(document.path(), link).filter(p -> p.isMarkdown() && !p.equals(document.path())).ifPresent(linked::add);
        }
        return List.copyOf(linked);
    }

    /// The file that a link names, whether there is one or not; empty for a mere fragment.
    static Optional<SourcePath> target(SourcePath from, Link link) {
        String path = link.target().split("[#?]", 2)[0];
        return path.isEmpty() ? Optional.empty() : from.resolve(Link.nameOf(path));
    }
}
