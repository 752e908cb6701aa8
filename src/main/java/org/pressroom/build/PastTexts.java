package org.pressroom.build;

import org.pressroom.bake.PastText;
import org.pressroom.catalog.Entry;
import org.pressroom.git.Blobs;
import org.pressroom.history.FileHistory;
import org.pressroom.history.Rename;
import org.pressroom.history.Revision;
import org.pressroom.model.Document;
import org.pressroom.model.Visibility;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.HiddenLinks;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.parse.SourceProse;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What published documents were after their revisions, read from git when it is asked for. Safe for several threads.
///
/// Nothing of it is shown that could not be shown today: neither a text that was restricted then, or lay where the
/// configuration looks for no documents, nor the words of a link to a document that is restricted now. Since restricted
/// documents may have had any name, where there are some a link to a document that is not among the published ones is
/// treated as a link to one of them.
final class PastTexts {

    private final Blobs blobs;
    private final int maxBytes;
    private final DocumentParser parser;
    private final FactsReader facts;
    private final Names names;

    PastTexts(ArchiveSession session, Reading reading, Blobs blobs, Names names) {
        this.blobs = blobs;
        this.names = names;
        this.maxBytes = session.configuration().thresholds().documentMaxBytes();
        Set<SourcePath> published = published(reading);
        boolean discreet = !reading.restricted().isEmpty();
        this.parser = new DocumentParser(session.configuration(), HiddenLinks.to(
            path -> reading.restricted().leads(path) || discreet && path.isMarkdown() && !published.contains(path), reading.restricted()::leadsFromWeb));
        this.facts = new FactsReader(reading.restricted(), session.configuration());
    }

    private static Set<SourcePath> published(Reading reading) {
        Set<SourcePath> published = new HashSet<>();
        for (Entry entry : reading.catalog().entries()) {
            published.add(entry.facts().path());
            FileHistory history = entry.facts().history();
            if (history != null) {
                history.renames().stream().map(Rename::from).forEach(published::add);
            }
        }
        return published;
    }

    /// @return empty when the repository lacks it, or it can't be decoded
    Optional<PastText> of(Revision revision) {
        return blobs.read(revision.blob(), maxBytes + 1)
            .map(bytes -> names.in(new SourceFile(revision.path(), revision.blob(), bytes)))
            .flatMap(file -> parser.prose(file).map(prose -> new Text(file, prose)));
    }

    /// One of them.
    private final class Text implements PastText {
        private final SourceFile file;
        private final SourceProse prose;

        Text(SourceFile file, SourceProse prose) {
            this.file = file;
            this.prose = prose;
        }

        @Override
        public boolean hidden() {
            return prose.visibility() == Visibility.RESTRICTED;
        }

        @Override
        public String print() {
            return Objects.requireNonNullElse(prose.title(), "") + "\n" + Objects.requireNonNullElse(prose.summary(), "") + "\n" + prose.text();
        }

        @Override
        public Optional<Document> document() {
            return parser.parse(file) instanceof ParseOutcome.Parsed parsed
                ? Optional.of(names.in(facts.scrubbed(parsed.document()))) : Optional.empty();
        }
    }
}
