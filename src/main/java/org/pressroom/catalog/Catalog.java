package org.pressroom.catalog;

import org.pressroom.model.DocumentId;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Every published document of the archive, and what follows from all of them together.
///
/// Numbers run by (created, id), documents without a date first, so a new document mostly gets the last number.
public final class Catalog {

    private static final Comparator<Map.Entry<DocumentId, DocumentFacts>> BY_CREATED =
        Comparator.comparing(
                (Map.Entry<DocumentId, DocumentFacts> e) -> e.getValue().created(),
                Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Map.Entry::getKey);

    /// Who had an id first keeps it, so that its address stays; in one commit, and without history, what the author wrote counts more
    /// than a file's name.
    private static final Comparator<DocumentFacts> CLAIM =
        Comparator.comparing((DocumentFacts f) -> f.history() == null ? Integer.MAX_VALUE : f.history().identified())
            .thenComparing(f -> !f.idFromMetadata()).thenComparing(DocumentFacts::path);

    private static final Comparator<Entry> BY_NUMBER = Comparator.comparingInt(Entry::number);

    private static final Comparator<DocumentId> MAIN_FIRST =
        Comparator.comparing((DocumentId id) -> !id.source().equals(SourceId.MAIN)).thenComparing(Comparator.naturalOrder());

    private final List<Entry> entries;
    private final Map<String, Entry> byKey = new HashMap<>();
    private final Map<DocumentId, Entry> byId = new HashMap<>();
    private final Map<SourcePath, Entry> byPath = new HashMap<>();
    private final Map<String, Optional<Entry>> byNumber = new HashMap<>();
    private final Map<Integer, Set<Entry>> supersedes = new HashMap<>();
    private final Map<Integer, Set<Entry>> supersededBy = new HashMap<>();
    private final Map<Integer, List<Entry>> referring = new HashMap<>();
    private final Map<FacetKind, List<Facet>> facets = new EnumMap<>(FacetKind.class);
    private final List<IdClash> clashes;
    private final People people;

    /// Documents that claim one id.
    ///
    /// @param kept  the document that has it: the one that had it first, as git knows; of those that git doesn't tell apart the
    ///     first by path among those whose metadata say so, else the first by path
    /// @param other one that got its path as id instead
    public record IdClash(DocumentFacts kept, DocumentFacts other) { }

    private Catalog(List<Entry> entries, List<IdClash> clashes, Map<FacetKind, List<String>> order) {
        this.entries = List.copyOf(entries);
        this.clashes = List.copyOf(clashes);
        for (Entry entry : entries) {
            byKey.merge(entry.id().key(), entry, (a, b) -> MAIN_FIRST.compare(a.id(), b.id()) <= 0 ? a : b);
            byId.put(entry.id(), entry);
            byPath.put(entry.facts().path(), entry);
            DocumentNumber.ofId(entry.id().value()).ifPresent(number -> byNumber.merge(number.in(entry.id().source()), Optional.of(entry), (_, _) -> Optional.empty()));
        }
        for (Entry entry : entries) {
            Set<Entry> targets = new LinkedHashSet<>();
            resolve(entry, entry.facts().supersedes()).forEach(old -> supersede(entry, old));
            entry.facts().links().forEach(path -> at(path).ifPresent(targets::add));
            entry.facts().related().forEach(id -> find(entry.id().source(), id).ifPresent(targets::add));
            targets.remove(entry);
            targets.forEach(t -> referring.computeIfAbsent(t.number(), _ -> new ArrayList<>()).add(entry));
        }
        entries.forEach(entry -> resolve(entry, entry.facts().supersededBy()).forEach(next -> supersede(next, entry)));
        this.people = People.of(entries);
        for (FacetKind kind : FacetKind.values()) {
            facets.put(kind, facetsOf(kind, order.getOrDefault(kind, List.of())));
        }
    }

    private void supersede(Entry next, Entry old) {
        supersedes.computeIfAbsent(next.number(), _ -> new LinkedHashSet<>()).add(old);
        supersededBy.computeIfAbsent(old.number(), _ -> new TreeSet<>(BY_NUMBER)).add(next);
    }

    /// Builds the catalog.
    ///
    /// @param facts in any order
    /// @param order for a kind of facet, values in the order in which they are shown; others follow by name
    public static Catalog of(Collection<DocumentFacts> facts, Map<FacetKind, List<String>> order) {
        List<IdClash> clashes = new ArrayList<>();
        Map<DocumentId, DocumentFacts> byId = assignIds(facts, clashes);
        AddressBook addresses = addresses(byId);
        List<Map.Entry<DocumentId, DocumentFacts>> ordered = new ArrayList<>(byId.entrySet());
        ordered.sort(BY_CREATED);
        List<Entry> entries = new ArrayList<>(ordered.size());
        for (Map.Entry<DocumentId, DocumentFacts> e : ordered) {
            entries.add(new Entry(entries.size(), e.getKey(), addresses.of(original(e.getKey())), e.getValue()));
        }
        return new Catalog(entries, clashes, order);
    }

    /// The id itself in the archive, behind the name of its source in another.
    private static AddressBook addresses(Map<DocumentId, DocumentFacts> byId) {
        Map<String, String> names = LinkedHashMap.newLinkedHashMap(byId.size());
        byId.forEach((id, facts) -> {
            String name = facts.idFromMetadata() ? id.value() : AddressName.ofFile(id.value());
            names.put(original(id), id.source().equals(SourceId.MAIN) ? name : id.source() + "-" + name);
        });
        return AddressBook.inOrder(names);
    }

    private static String original(DocumentId id) {
        return id.source() + ":" + id.value();
    }

    private static Map<DocumentId, DocumentFacts> assignIds(Collection<DocumentFacts> facts, List<IdClash> clashes) {
        List<DocumentFacts> ordered = facts.stream().sorted(CLAIM).toList();
        Map<DocumentId, DocumentFacts> byId = new LinkedHashMap<>();
        List<DocumentFacts> homeless = new ArrayList<>();
        for (DocumentFacts f : ordered) {
            DocumentFacts kept = byId.putIfAbsent(f.writtenId(), f);
            if (kept != null) {
                clashes.add(new IdClash(kept, f));
                homeless.add(f);
            }
        }
        for (DocumentFacts f : homeless) {
            String path = f.path().path();
            String id = path.replaceAll("\\.[^./]*$", "").replace('/', '-');
            while (byId.putIfAbsent(new DocumentId(f.path().source(), id), f) != null) {
                id += "-";
            }
        }
        return byId;
    }

    /// All documents by number.
    public List<Entry> entries() {
        return entries;
    }

    /// Documents that lost their id to another, in order of the loser's path.
    public List<IdClash> clashes() {
        return clashes;
    }

    /// Everybody whom the documents name.
    public People people() {
        return people;
    }

    /// The document with an id, compared ignoring case: that of the same source, else that of another, the archive itself
    /// first; an id `source:id` names the source. A path in the source names its document, and so does a number that one id alone has:
    /// `ADR-7` for `0007`.
    ///
    /// @param from the source in which the reference stands
    public Optional<Entry> find(SourceId from, String id) {
        String wanted = id.strip();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Entry own = byId.get(new DocumentId(from, wanted));
        if (own != null) {
            return Optional.of(own);
        }
        if (SourcePath.isMarkdown(wanted) && SourcePath.isInside(wanted)) {
            Entry named = byPath.get(new SourcePath(from, wanted));
            if (named != null) {
                return Optional.of(named);
            }
        }
        int colon = wanted.indexOf(':');
        if (colon > 0 && colon < wanted.length() - 1 && wanted.substring(0, colon).matches("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
                && !wanted.substring(colon + 1).isBlank()) {
            Entry named = byId.get(new DocumentId(new SourceId(wanted.substring(0, colon)), wanted.substring(colon + 1).strip()));
            if (named != null) {
                return Optional.of(named);
            }
        }
        Entry other = byKey.get(new DocumentId(from, wanted).key());
        return other != null ? Optional.of(other) : numbered(from, wanted);
    }

    private Optional<Entry> numbered(SourceId from, String reference) {
        Optional<DocumentNumber> number = DocumentNumber.ofReference(reference);
        return number.flatMap(its -> byNumber.getOrDefault(its.in(from), Optional.empty())
            .filter(entry -> DocumentNumber.ofId(entry.id().value()).filter(its::agrees).isPresent()));
    }

    /// Whether there is a document with just this id.
    boolean holds(DocumentId id) {
        return byId.containsKey(id);
    }

    /// How many sources the documents come from.
    public long sources() {
        return entries.stream().map(entry -> entry.id().source()).distinct().count();
    }

    /// The document at a path.
    public Optional<Entry> at(SourcePath path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /// The documents that this one replaces: either of the two says so.
    public List<Entry> supersedes(Entry entry) {
        return List.copyOf(supersedes.getOrDefault(entry.number(), Set.of()));
    }

    /// The documents that replace this one, by number: either of the two says so.
    public List<Entry> supersededBy(Entry entry) {
        return List.copyOf(supersededBy.getOrDefault(entry.number(), Set.of()));
    }

    /// The documents that this one calls related.
    public List<Entry> related(Entry entry) {
        return resolve(entry, entry.facts().related());
    }

    /// Other documents whose text links here or which call this one related, by number.
    public List<Entry> referring(Entry entry) {
        return referring.getOrDefault(entry.number(), List.of());
    }

    private List<Entry> resolve(Entry entry, List<String> ids) {
        return ids.stream().map(id -> find(entry.id().source(), id).orElse(null)).filter(Objects::nonNull)
            .filter(t -> t != entry).distinct().toList();
    }

    /// The values of a kind that some document has, in the order in which they are shown.
    public List<Facet> facets(FacetKind kind) {
        return Objects.requireNonNull(facets.get(kind));
    }

    private List<Facet> facetsOf(FacetKind kind, List<String> order) {
        Map<String, List<Entry>> byValue = new TreeMap<String, List<Entry>>(
            kind == FacetKind.YEAR ? Comparator.<String>reverseOrder() : Comparator.<String>naturalOrder());
        for (int i = entries.size() - 1; i >= 0; i--) {
            for (String value : kind.valuesOf(entries.get(i).facts())) {
                byValue.computeIfAbsent(value, _ -> new ArrayList<>()).add(entries.get(i));
            }
        }
        AddressBook addresses = AddressBook.of(byValue.keySet());
        Set<String> shown = new LinkedHashSet<>(order);
        shown.retainAll(byValue.keySet());
        shown.addAll(byValue.keySet());
        List<Facet> list = new ArrayList<>(shown.size());
        for (String value : shown) {
            list.add(new Facet(kind, value, addresses.of(value), Objects.requireNonNull(byValue.get(value))));
        }
        return List.copyOf(list);
    }
}
