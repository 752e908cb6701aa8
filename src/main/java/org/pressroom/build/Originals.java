package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.bake.DocumentSource;
import org.pressroom.bake.PastText;
import org.pressroom.bake.SourceHrefs;
import org.pressroom.catalog.Entry;
import org.pressroom.config.SiteSettings;
import org.pressroom.config.UrlPattern;
import org.pressroom.git.Blobs;
import org.pressroom.git.TreeEntry;
import org.pressroom.history.Revision;
import org.pressroom.model.Decision;
import org.pressroom.model.Document;
import org.pressroom.model.Metadata;
import org.pressroom.model.Person;
import org.pressroom.model.Review;
import org.pressroom.source.MailAddresses;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The published documents: as they were read, and as their authors wrote them.
///
/// Three things of an author's text are not for everybody: mail addresses in metadata, which are taken out, the names of
/// people who are hidden, in whose place a neutral word stands, and what leads to a restricted document, for which the
/// whole text is kept back. So is a text that a browser could run.
final class Originals implements DocumentSource, AutoCloseable {

    private final ArchiveSession session;
    private final Reading reading;
    private final String ref;
    private final Names names;
    private final Map<SourceId, Blobs> blobs = new HashMap<>();
    private final Map<SourceId, PastTexts> past = new HashMap<>();
    private final Map<SourcePath, TreeEntry> files = new HashMap<>();

    /// @param ref the commit, branch or tag that is read; null for what is checked out
    Originals(ArchiveSession session, Reading reading, @Nullable String ref) {
        this.ref = ref == null ? "HEAD" : ref;
        this.session = session;
        this.reading = reading;
        this.names = Names.of(session);
        session.parts().forEach(part -> part.tree().blobs().ifPresent(its -> {
            blobs.put(part.tree().source(), its);
            past.put(part.tree().source(), new PastTexts(session, reading, its, names));
        }));
        session.documents().forEach(file -> files.put(file.path(), file));
    }

    /// The commit, branch or tag that is read.
    String ref() {
        return ref;
    }

    @Override
    public Document read(Entry entry) {
        return reading.bodies().of(entry);
    }

    @Override
    public Optional<byte[]> original(Entry entry, Document document) {
        SourcePath path = entry.facts().path();
        byte[] bytes = names.in(session.read(Objects.requireNonNull(files.get(path)))).bytes();
        return reading.discreet().contains(path) || PageLike.test(bytes) || namesRestricted(path, bytes) ? Optional.empty()
            : Optional.of(published(bytes, document));
    }

    @Override
    public SourceHrefs hrefs(Entry entry) {
        SourcePath path = entry.facts().path();
        if (!path.source().equals(SourceId.MAIN) || names.hides(path)) {
            return SourceHrefs.NONE;
        }
        SiteSettings site = session.configuration().site();
        String full = session.tree().prefix() + path.path();
        return new SourceHrefs(filled(site.source(), full), filled(site.edit(), full), filled(site.history(), full));
    }

    private @Nullable String filled(@Nullable UrlPattern pattern, String path) {
        return pattern == null ? null : pattern.fill(path, ref);
    }

    @Override
    public Optional<PastText> past(Entry entry, Revision revision) {
        PastTexts its = past.get(revision.path().source());
        return its == null ? Optional.empty() : its.of(revision);
    }

    @Override
    public @Nullable String href(Entry entry, Revision revision) {
        UrlPattern source = session.configuration().site().source();
        return source == null || !revision.path().source().equals(SourceId.MAIN) || names.hides(revision.path()) ? null
            : source.fill(session.tree().prefix() + revision.path().path(), revision.commit());
    }

    @Override
    public void close() {
        blobs.values().forEach(Blobs::close);
    }

    private boolean namesRestricted(SourcePath path, byte[] bytes) {
        return !reading.restricted().isEmpty() && DocumentReader.hidden(reading.restricted()).mentionedIn(path, new String(bytes, StandardCharsets.UTF_8));
    }

    /// Each byte stands as a character of its own, so that nothing else of the file changes.
    private byte[] published(byte[] bytes, Document document) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int body = document.blocks().isEmpty() ? text.length() : startOf(document.blocks().getFirst().lines().from(), text);
        String head = new String(text.substring(0, body).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String named = names.in(MailAddresses.without(head));
        String clean = new String(named.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) + text.substring(body);
        for (String mail : mails(document.metadata())) {
            String written = new String(mail.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            clean = clean.replace(" <" + written + ">", "").replace(written, written.substring(0, Math.max(0, written.indexOf('@'))));
        }
        return clean.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int startOf(int line, String text) {
        int at = 0;
        for (int n = 1; n < line && at < text.length(); n++) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
        return at;
    }

    private static List<String> mails(Metadata metadata) {
        List<Person> people = new ArrayList<>(metadata.authors());
        if (metadata.sponsor() != null) {
            people.add(metadata.sponsor());
        }
        for (Review review : metadata.reviews()) {
            people.addAll(review.reviewers());
        }
        Decision decision = metadata.decision();
        if (decision != null) {
            people.addAll(decision.deciders());
        }
        return people.stream().map(Person::mail).filter(Objects::nonNull).filter(mail -> mail.indexOf('@') > 0).toList();
    }
}
