package org.pressroom.rules;

import org.pressroom.catalog.LinkResolver;
import org.pressroom.model.DocumentId;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
    private final List<String> traits = new ArrayList<>();

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
        paths.forEach(path -> traits.add("path " + path));
        ids.forEach(id -> traits.add("id " + name(id)));
        this.published.forEach(id -> traits.add("published " + id));
        if (!this.paths.isEmpty()) {
            former.forEach(path -> traits.add("former " + path));
            others.stream().filter(path -> looksLikeOne(folded(path.path()))).forEach(path -> traits.add("other " + path));
        }
        traits.sort(Comparator.naturalOrder());
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
        return paths.contains(path) || !otherPlaces.contains(place) && looksLikeOne(place)
            || LinkResolver.INDEX.stream().anyMatch(name -> places.contains(place + "/" + folded(name)));
    }

    private boolean looksLikeOne(String place) {
        return places.contains(place) || endsAtPlace(place) || names.contains(place.substring(place.lastIndexOf('/') + 1));
    }

    /// All that any answer depends on, in order: two with the same traits give the same answers.
    public List<String> traits() {
        return Collections.unmodifiableList(traits);
    }

    /// Whether a web address means a restricted document: it ends in the document's path, or in the address of its page.
    public boolean leadsFromWeb(String address) {
        if (paths.isEmpty()) {
            return false;
        }
        String path = decoded(address.split("[?#]", 2)[0]);
        int host = path.indexOf("://");
        int root = path.indexOf('/', host < 0 ? 0 : host + 3);
        String place = root < 0 ? "" : folded(path.substring(root + 1).replace('\\', '/'));
        String bare = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
        return !bare.isEmpty() && (endsAtPlace(bare) || names.contains(bare.substring(bare.lastIndexOf('/') + 1))) || leadsBehindPath(address);
    }

    /// Whether a query or a fragment names the path of a restricted document, as with some hosts: `?path=/content/a.md`, `#/content/a`.
    private boolean leadsBehindPath(String address) {
        String[] pieces = address.split("[?#&;]", MOST_NAMES);
        for (int i = 1; i < pieces.length; i++) {
            String value = decoded(pieces[i].substring(pieces[i].indexOf('=') + 1)).replace('\\', '/');
            String place = folded(value.startsWith("/") ? value.substring(1) : value);
            boolean path = place.indexOf('/') > 0 || place.length() < value.length();
            if (path && (endsAtPlace(place) || names.contains(place.substring(place.lastIndexOf('/') + 1)))) {
                return true;
            }
        }
        return false;
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
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
