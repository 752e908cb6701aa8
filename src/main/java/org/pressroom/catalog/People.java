package org.pressroom.catalog;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Everybody whom the metadata of some document name, or who changed one, with their part in it.
///
/// Names that differ by case or white space only are one person's, called by the form that is written most often. Two
/// people of one name can't be told apart.
public final class People {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /// What somebody did for a document, in the order in which it is told. A contributor changed it and has no other part.
    public enum Role {
        AUTHOR, OWNER, REVIEWER, DECIDER, CONTRIBUTOR;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One person.
    ///
    /// @param address its name in addresses, unique among people
    /// @param roles   by the document's number, highest first; none is empty
    public record Person(String name, String address, NavigableMap<Integer, Set<Role>> roles) {

        /// Its page, relative to the site's root: `person/ana-lima.html`.
        public String page() {
            return "person/" + address + ".html";
        }

        /// Its roles in a document.
        public Set<Role> in(int number) {
            return roles.getOrDefault(number, Set.of());
        }

        /// In how many documents it has a role.
        public int count(Role role) {
            return (int) roles.values().stream().filter(set -> set.contains(role)).count();
        }
    }

    /// A person whose documents are still being collected.
    private static final class Draft {
        final Map<String, Integer> spellings = new TreeMap<>();
        final NavigableMap<Integer, Set<Role>> roles = new TreeMap<>(Comparator.reverseOrder());

        void add(String spelling, int number, Role role) {
            spellings.merge(spelling, 1, Integer::sum);
            roles.computeIfAbsent(number, _ -> EnumSet.noneOf(Role.class)).add(role);
        }

        String name() {
            return spellings.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow().getKey();
        }
    }

    private final List<Person> persons;
    private final Map<String, Person> byKey = new HashMap<>();

    private People(Map<String, Draft> drafts) {
        Map<String, String> names = new HashMap<>();
        drafts.forEach((key, draft) -> names.put(key, draft.name()));
        AddressBook addresses = AddressBook.of(names.values());
        List<Person> list = new ArrayList<>(drafts.size());
        drafts.forEach((key, draft) -> {
            String name = names.getOrDefault(key, key);
            Person person = new Person(name, addresses.of(name), draft.roles);
            byKey.put(key, person);
            list.add(person);
        });
        list.sort(Comparator.comparing((Person p) -> key(p.name())).thenComparing(Person::name));
        this.persons = List.copyOf(list);
    }

    static People of(Collection<Entry> entries) {
        Map<String, Draft> drafts = new TreeMap<>();
        for (Entry entry : entries) {
            Map<Role, Collection<String>> names = names(entry.facts());
            names.forEach((role, people) -> people.stream().filter(name -> !key(name).isEmpty())
                .forEach(name -> drafts.computeIfAbsent(key(name), _ -> new Draft()).add(name.strip(), entry.number(), role)));
        }
        return new People(drafts);
    }

    private static Map<Role, Collection<String>> names(DocumentFacts facts) {
        Map<Role, Collection<String>> names = new EnumMap<>(Role.class);
        names.put(Role.AUTHOR, facts.authors());
        names.put(Role.OWNER, facts.owner() == null ? List.of() : List.of(facts.owner()));
        names.put(Role.REVIEWER, facts.proceedings().reviews().stream().flatMap(r -> r.reviewers().stream()).toList());
        names.put(Role.DECIDER, facts.proceedings().deciders());
        names.put(Role.CONTRIBUTOR, facts.history() == null ? List.of()
            : facts.history().authors().stream().filter(author -> names.values().stream().noneMatch(known -> known.contains(author))).toList());
        return names;
    }

    /// Everybody, by name.
    public List<Person> all() {
        return persons;
    }

    /// The person of a name, however it is spelled; null when nobody has it.
    public @Nullable Person find(String name) {
        return byKey.get(key(name));
    }

    private static String key(String name) {
        return SPACES.matcher(Normalizer.normalize(name, Normalizer.Form.NFC).strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
