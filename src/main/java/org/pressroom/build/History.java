package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.git.Blobs;
import org.pressroom.git.Mailmap;
import org.pressroom.git.RawLog;
import org.pressroom.git.Situation;
import org.pressroom.git.TreeEntry;
import org.pressroom.history.Histories;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.parse.DocumentParser;
import org.pressroom.source.SourcePath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The history of one source's documents, as it was kept or asked of git, and what git could not tell.
final class History {

    private final ArchiveSession session;
    private final HistoryCache cache;
    private final List<SourcePath> documents;
    private final List<SourcePath> hidden;
    private final Optional<Situation> situation;
    private final String head;
    private final Mailmap names;
    private final List<String> remarks = new ArrayList<>();
    private HistoryCache.Facts known = HistoryCache.Facts.NONE;
    private Optional<RawLog> log = Optional.empty();
    private @Nullable Histories told;
    private boolean lacking;

    private History(ArchiveSession session, HistoryCache cache) {
        this.session = session;
        this.cache = cache;
        this.documents = session.documents().stream().map(TreeEntry::path).toList();
        this.hidden = session.hidden().stream().map(TreeEntry::path).filter(SourcePath::isMarkdown).toList();
        this.head = session.tree().head();
        this.names = session.tree().mailmap();
        this.situation = session.tree().situation(documents);
    }

    /// Reads what was kept, else the log. No document is read.
    static History begin(ArchiveSession session, HistoryCache cache) {
        History history = new History(session, cache);
        if (history.situation.isPresent() && history.situation.get().born()) {
            history.told = cache.answer(session.tree().source(), history.question(), history.remarks).orElse(null);
            if (history.told == null) {
                history.known = cache.facts(session.tree().source(), history.place(), history.manner(), history.remarks);
                history.log = session.tree().log(history.known.log());
            }
        }
        return history;
    }

    /// Reads what documents were.
    ///
    /// @param heads  what documents of today say of themselves, as [org.pressroom.history.Learned] names it
    /// @param takers takes what git could not tell
    /// @return null without history
    @Nullable Histories end(Map<String, DocumentHead> heads, Workers workers, Collection<String> takers) {
        none().ifPresentOrElse(reason -> remarks.add(reason + "; dates come only from the documents"), () -> situation.ifPresent(this::limits));
        if (told == null && log.isPresent()) {
            told = walk(log.get(), heads, workers);
        }
        takers.addAll(remarks);
        return told == null ? null : Names.of(session).in(told);
    }

    private Histories walk(RawLog whole, Map<String, DocumentHead> heads, Workers workers) {
        try (Blobs blobs = session.tree().blobs().orElseThrow()) {
            Histories.Walk walk = Histories.of(whole, blobs, names, documents, hidden,
                new DocumentParser(session.configuration(), _ -> false), known.learned().with(heads), workers);
            int missing = blobs.missing().size();
            if (!whole.damaged().isEmpty()) {
                remarks.add("the repository is damaged: " + counted(whole.damaged().size(), "commit") + " can't be read completely ("
                    + whole.damaged().getFirst() + (whole.damaged().size() > 1 ? " and others" : "") + "), so the history of some documents "
                    + "begins too late; `git fsck` lists what is missing, `git fetch --refetch` fetches it");
            }
            if (missing > 0) {
                remarks.add(counted(missing, "earlier version") + " of documents can't be read (" + blobs.missing().iterator().next()
                    + (missing > 1 ? " and others" : "") + "), so changes of status and renames may be missing from the history; "
                    + "the repository is damaged or a partial clone, `git fetch --refetch` completes it");
            }
            // Somebody may have made a commit in the meantime.
            boolean asked = !whole.commits().isEmpty() && whole.commits().getFirst().id().equals(head);
            lacking = missing > 0 || !whole.damaged().isEmpty();
            if (!lacking && asked) {
                HistoryCache.Facts facts = new HistoryCache.Facts(whole, walk.learned());
                if (!facts.equals(known)) {
                    cache.keep(session.tree().source(), place(), manner(), facts, remarks);
                }
                cache.keep(session.tree().source(), question(), walk.histories(), remarks);
            }
            return walk.histories();
        }
    }

    private void limits(Situation now) {
        if (!now.boundary().isEmpty()) {
            remarks.add("the clone is shallow, so dates of creation may be too late; `git fetch --unshallow` completes it");
        }
        if (now.detached()) {
            remarks.add("no branch is checked out, so the history is that of commit " + head.substring(0, 7) + " alone");
        }
        if (!now.changed().isEmpty()) {
            int changed = now.changed().size();
            remarks.add(counted(changed, "document") + (changed == 1 ? " has" : " have")
                + " changes that are not committed, so the history does not include them; `git status` lists them");
        }
        List<String> submodules = now.submodules().stream().filter(path -> (path + "/").startsWith(session.content())).toList();
        if (!submodules.isEmpty()) {
            remarks.add("submodules are not read: " + String.join(", ", submodules) + "; build each as an archive of its own");
        }
    }

    /// Whether objects of git could not be read. They may come back while everything else stays as it is.
    boolean isLacking() {
        return lacking;
    }

    /// Why there is no history; empty when there is one.
    Optional<String> none() {
        return session.tree().withoutHistory().or(() -> situation.isEmpty() || situation.get().born() ? Optional.empty()
            : Optional.of("the branch that is checked out in " + session.tree().description() + " has no commits yet"));
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /// Whether a file is not as the last commit has it, and there is one.
    boolean isChanged(SourcePath file) {
        return file.source().equals(session.tree().source()) && situation.isPresent() && situation.get().born() && situation.get().changed().contains(file.path());
    }

    /// Files that are not as the last commit has them; none where there is no commit.
    List<SourcePath> changed() {
        return situation.filter(Situation::born).map(now -> now.changed().stream().map(path -> new SourcePath(session.tree().source(), path)).toList())
            .orElse(List.of());
    }

    /// Which folder of the repository it is.
    private String place() {
        return session.tree().prefix();
    }

    /// All that the reading of metadata depends on, but the version.
    private String manner() {
        return session.configuration().fingerprint() + "\n" + session.content();
    }

    /// All that the answer depends on, but the version.
    private String question() {
        StringBuilder question = new StringBuilder(place() + "\n" + manner() + "\n" + head + "\n"
            + situation.map(Situation::boundary).orElse(List.of()) + "\n" + names.text());
        documents.forEach(path -> question.append('\n').append(path.path()));
        hidden.forEach(path -> question.append("\n-").append(path.path()));
        return question.toString();
    }
}
