package org.pressroom.catalog;

import org.jspecify.annotations.Nullable;
import org.pressroom.history.FileHistory;
import org.pressroom.model.DocumentId;
import org.pressroom.source.SourcePath;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What stays in memory of a document.
///
/// @param path      where it stands
/// @param writtenId the id by metadata or file name, before clashes are resolved
/// @param idFromMetadata whether the author wrote the id
/// @param blobId    git's id of the bytes
/// @param summary   at most 300 characters
/// @param status    a word of the vocabulary; null when missing or unknown
/// @param authors   names without mail addresses
/// @param owner     the sponsor's name, else the first author's; null when neither is known
/// @param created   of metadata, else of git; null when neither is known
/// @param revised   the day of the last commit that changed it; null without history
/// @param revisions number of commits that changed it; 0 without history
/// @param supersedes ids as written, or paths in the source
/// @param supersededBy likewise
/// @param related   likewise
/// @param links     documents that its text links to, without duplicates
/// @param anchors   every fragment of its page
/// @param words     of prose in press release and FAQ
/// @param aliases   further addresses that lead here, as written
/// @param history   what git knows of it; null without
/// @param decided   of metadata, else of git's history of its status; null when neither is known
/// @param proceedings how it was judged, and by whom
public record DocumentFacts(
        SourcePath path, DocumentId writtenId, boolean idFromMetadata, String blobId, String title, String summary,
        String language, boolean prfaq, @Nullable String status, @Nullable String outcome, @Nullable String result,
        boolean light, List<String> authors, @Nullable String owner, @Nullable String team, List<String> tags,
        @Nullable LocalDate created, @Nullable LocalDate revised, int revisions, @Nullable LocalDate decided,
        @Nullable String reason, @Nullable LocalDate launched, @Nullable LocalDate revisit,
        List<String> supersedes, List<String> supersededBy, List<String> related, List<SourcePath> links, List<String> anchors, int words,
        Proceedings proceedings, List<String> aliases, @Nullable FileHistory history) {

    public DocumentFacts {
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
        supersedes = List.copyOf(supersedes);
        supersededBy = List.copyOf(supersededBy);
        related = List.copyOf(related);
        links = List.copyOf(links);
        anchors = List.copyOf(anchors);
        aliases = List.copyOf(aliases);
    }

    /// The year by which it is listed: of its decision, else of its creation; null when neither is known.
    public @Nullable Integer year() {
        return decided != null ? Integer.valueOf(decided.getYear()) : created != null ? Integer.valueOf(created.getYear()) : null;
    }

    /// The day of the last commit; without history the latest day that the metadata name; null when there is none.
    public @Nullable LocalDate lastChange() {
        return revised != null ? revised
            : Stream.of(created, decided, launched).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
    }

    /// The same with what git knows, or without.
    public DocumentFacts withHistory(@Nullable FileHistory its) {
        return new DocumentFacts(path, writtenId, idFromMetadata, blobId, title, summary, language, prfaq, status, outcome, result, light, authors, owner, team, tags,
            created, revised, revisions, decided, reason, launched, revisit, supersedes, supersededBy, related, links, anchors, words, proceedings, aliases, its);
    }

    /// The same with other links.
    public DocumentFacts withLinks(List<SourcePath> others) {
        return new DocumentFacts(path, writtenId, idFromMetadata, blobId, title, summary, language, prfaq, status, outcome, result, light, authors, owner, team, tags,
            created, revised, revisions, decided, reason, launched, revisit, supersedes, supersededBy, related, others, anchors, words, proceedings, aliases, history);
    }
}
