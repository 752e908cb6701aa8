package org.pressroom.rules;

import org.pressroom.model.DocumentId;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The documents of which no output may show a trace: what refers to one is not broken, and nothing is said of it.
///
/// A reference need not be exact, since its words tell as much as those of a right one: capitals, Unicode forms and endings don't
/// count, a former path leads to the document, and so do its file name in another folder and its path behind a host's name.
public final class Restricted {

    public static final Restricted NONE = new Restricted(Set.of(), Set.of());

    /// Names of files that many folders have.
    private static final Set<String> COMMON = Set.of("readme", "index", "_index", "prfaq", "pr-faq", "pr_faq", "faq", "proposal", "document", "template");
    private static final Set<String> ADDRESSES = Set.of("ideas", "slides", "raw", "api");
    /// Deeper paths behind a host's name are not looked for.
    private static final int MOST_NAMES = 30;

    private final Set<SourcePath> paths;
    private final Set<String> ids = new HashSet<>();
    /// Without their sources.
    private final Set<String> keys = new HashSet<>();
    private final Set<String> published = new HashSet<>();
    private final Set<SourcePath> others = new HashSet<>();
    /// Of today and of the past, folded, without their sources.
    private final Set<String> places = new HashSet<>();
    private final Set<String> otherPlaces = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    public Restricted(Set<SourcePath> paths, Set<DocumentId> ids) {
        this(paths, ids, Set.of(), Set.of(), Set.of());
    }

    /// @param published ids of other documents, which a reference from their own source means first
    /// @param others    files that are for everybody
    /// @param former    paths that restricted documents had
    public Restricted(Set<SourcePath> paths, Set<DocumentId> ids, Set<DocumentId> published, Collection<SourcePath> others, Collection<SourcePath> former) {
        this.paths = Set.copyOf(paths);
        for (DocumentId id : ids) {
            this.ids.add(name(id));
            keys.add(id.key());
        }
        published.stream().filter(id -> keys.contains(id.key())).forEach(id -> this.published.add(name(id)));
        if (!this.paths.isEmpty()) {
            this.others.addAll(others);
            others.forEach(path -> otherPlaces.add(folded(path.path())));
            paths.forEach(this::add);
            former.forEach(this::add);
        }
    }

    private void add(SourcePath path) {
        String place = folded(path.path());
        places.add(place);
        String name = place.substring(place.lastIndexOf('/') + 1);
        if (path.isMarkdown() && !COMMON.contains(name)) {
            names.add(name);
        }
    }

    private static String name(DocumentId id) {
        return id.source() + ":" + id.key();
    }

    /// In one Unicode form, lower case, and without what tells a document from its page.
    private static String folded(String path) {
        String plain = Normalizer.normalize(path, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (String ending : new String[] {".md", ".markdown", ".html", ".htm"}) {
            if (plain.endsWith(ending)) {
                return plain.substring(0, plain.length() - ending.length());
            }
        }
        return plain;
    }

    public boolean isEmpty() {
        return paths.isEmpty();
    }

    /// Whether the file at a path is restricted itself.
    public boolean holds(SourcePath path) {
        return paths.contains(path);
    }

    /// Whether a link to a path means a restricted document.
    public boolean leads(SourcePath path) {
        if (paths.isEmpty() || others.contains(path)) {
            return false;
        }
        String place = folded(path.path());
        return paths.contains(path) || !otherPlaces.contains(place) && (endsAtPlace(place) || names.contains(place.substring(place.lastIndexOf('/') + 1)));
    }

    /// Whether a web address means a restricted document: it ends in the document's path, or in the address of its page.
    public boolean leadsFromWeb(String address) {
        if (paths.isEmpty()) {
            return false;
        }
        String path = address.split("[?#]", 2)[0];
        try {
            path = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Then it is as it stands.
        }
        int host = path.indexOf("://");
        int root = path.indexOf('/', host < 0 ? 0 : host + 3);
        String place = root < 0 ? "" : folded(path.substring(root + 1).replace('\\', '/'));
        String bare = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
        return !bare.isEmpty() && (endsAtPlace(bare) || names.contains(bare.substring(bare.lastIndexOf('/') + 1)));
    }

    /// Whether the last names of a path are those of a restricted document, or of its page.
    private boolean endsAtPlace(String place) {
        int slash = place.lastIndexOf('/');
        String last = place.substring(slash + 1);
        int above = slash < 0 ? -1 : place.lastIndexOf('/', slash - 1);
        if (slash >= 0 && ADDRESSES.contains(place.substring(above + 1, slash)) && keys.contains(last.replaceFirst("\\.(?:json|txt)$", ""))) {
            return true;
        }
        int from = place.length();
        for (int i = 0; i < MOST_NAMES && from > 0; i++) {
            from = place.lastIndexOf('/', from - 1);
            String end = place.substring(from + 1);
            if (places.contains(end) && (from < 0 || end.indexOf('/') >= 0)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a reference by id means a restricted document.
    ///
    /// @param from the source in which the reference stands
    /// @param id   as written: `0042`, `source:0042`, or the document's file
    public boolean holds(SourceId from, String id) {
        String key = Normalizer.normalize(id, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        String own = from + ":" + key;
        return ids.contains(own) || ids.contains(key) || keys.contains(key) && !published.contains(own)
            || !paths.isEmpty() && !published.contains(own) && isFile(key);
    }

    private boolean isFile(String key) {
        String place = folded(key.startsWith("./") ? key.substring(2) : key.startsWith("/") ? key.substring(1) : key);
        return !otherPlaces.contains(place) && (places.contains(place) || names.contains(place.substring(place.lastIndexOf('/') + 1)));
    }
}
