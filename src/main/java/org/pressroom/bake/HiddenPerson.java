package org.pressroom.bake;

import org.pressroom.config.Configuration;

import java.util.Map;

/// Somebody whom no page may name.
public final class HiddenPerson {

    private HiddenPerson() { }

    /// The word that stands in the place of the name, in the site's language.
    ///
    /// @param own the archive's messages in that language
    public static String word(Configuration configuration, Map<String, String> own) {
        return word(Messages.in(configuration.site().language(), own));
    }

    static String word(Messages messages) {
        return messages.text("people.hidden");
    }
}
