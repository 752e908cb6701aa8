package org.pressroom.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads what the configuration says of people, and finds names that are said to be two people's.
final class PeopleReader {

    private final ConfigurationFindings findings;
    /// Normal form of a name to the person whose it is.
    private final Map<String, String> owners = new HashMap<>();

    PeopleReader(ConfigurationFindings findings) {
        this.findings = findings;
    }

    List<KnownPerson> read(List<Shapes.Named<Keys.Values>> people) {
        people.forEach(person -> owners.put(KnownPerson.key(person.name()), person.name()));
        List<KnownPerson> known = new ArrayList<>();
        for (Shapes.Named<Keys.Values> person : people) {
            Keys.Values said = person.value();
            if (said == null) {
                findings.badValue(person.span(), "there is no value for `" + person.name() + "`",
                    "write {also: [another name]} or {hidden: true} after the name, or remove it");
            } else {
                known.add(new KnownPerson(person.name(), also(person.name(), said.get(ConfigurationKeys.ALSO).orElse(List.of())),
                    said.get(ConfigurationKeys.HIDDEN).orElse(false)));
            }
        }
        return known;
    }

    private List<String> also(String person, List<YamlValue.Scalar> names) {
        List<String> also = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlValue.Scalar name : names) {
            String key = KnownPerson.key(name.text());
            String owner = owners.putIfAbsent(key, person);
            if (owner != null && !owner.equals(person)) {
                findings.badValue(name.span(), "`" + name.text() + "` is already a name of `" + owner + "`", "keep it with one of the two");
            } else if (seen.add(key)) {
                also.add(name.text());
            }
        }
        return also;
    }
}
