package org.pressroom.config;

import org.pressroom.source.MailAddresses;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// What the configuration says of a person.
///
/// @param name   by which the person goes
/// @param also   other names of the same person
/// @param hidden whether no page may name the person
public record KnownPerson(String name, List<String> also, boolean hidden) {

    public KnownPerson {
        List<String> others = new ArrayList<>(also);
        String shown = MailAddresses.name(name);
        if (!shown.equals(name)) {
            others.add(name);
        }
        name = shown;
        also = List.copyOf(others);
    }

    /// All names of the person.
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(also);
        return names;
    }

    /// What is the same for two spellings of one name, of which a mail address may be one.
    public static String key(String name) {
        return Vocabulary.normal(Normalizer.normalize(MailAddresses.name(name), Normalizer.Form.NFC));
    }
}
