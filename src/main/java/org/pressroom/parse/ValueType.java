package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Terms;
import org.pressroom.config.Vocabulary;

import java.util.List;
import java.util.function.Function;

/// What the value of a key of the metadata is.
public sealed interface ValueType {

    /// What an author is told to write: "a text", "a date such as 2027-06-30".
    String form();

    /// Any text.
    record Text() implements ValueType {
        @Override
        public String form() {
            return "a text";
        }
    }

    /// A text that may be the address of a page; a scheme that runs code or opens files is refused.
    record Address() implements ValueType {
        @Override
        public String form() {
            return "an address such as https://example.org/";
        }
    }

    /// A day, `2027-06-30`.
    record Day() implements ValueType {
        @Override
        public String form() {
            return "a date such as 2027-06-30";
        }
    }

    /// A day, month, quarter or year.
    record LooseDay() implements ValueType {
        @Override
        public String form() {
            return "a date such as 2027, 2027-Q2, 2027-06 or 2027-06-30";
        }
    }

    /// One word of a vocabulary.
    ///
    /// @param noun  what the word is: "status"
    /// @param words the words there are
    record Word(String noun, Function<Vocabulary, List<String>> words) implements ValueType {
        @Override
        public String form() {
            return "one word";
        }
    }

    /// One word of a vocabulary that the configuration can set, in any of its forms, with more beside it.
    ///
    /// @param noun  what the word is: "status"
    /// @param terms the words there are
    record Term(String noun, Function<Vocabulary, Terms> terms) implements ValueType {
        @Override
        public String form() {
            return "one word";
        }
    }

    /// One person, `Name` or `Name <mail>`.
    record Someone() implements ValueType {
        @Override
        public String form() {
            return "a name";
        }
    }

    /// A list of people.
    record People() implements ValueType {
        @Override
        public String form() {
            return "a list of names";
        }
    }

    /// A list of texts.
    record Texts() implements ValueType {
        @Override
        public String form() {
            return "a list of texts";
        }
    }

    /// A list of ids of other documents.
    record Ids() implements ValueType {
        @Override
        public String form() {
            return "a list of ids such as [\"0014\"]";
        }
    }

    /// Keys of its own.
    ///
    /// @param keys      what may stand in it
    /// @param shorthand the key that is meant when the author writes a plain text instead; null when none is
    /// @param several   whether it is a list of such mappings
    record Fields(List<MetadataKey> keys, @Nullable String shorthand, boolean several) implements ValueType {
        public Fields {
            keys = List.copyOf(keys);
        }

        @Override
        public String form() {
            String names = String.join(", ", keys.stream().map(MetadataKey::name).toList());
            return (several ? "a list of mappings with " : "a mapping with ") + names;
        }
    }

    /// The author's own (`x-…`): kept, shown to templates, never checked.
    record Free() implements ValueType {
        @Override
        public String form() {
            return "anything";
        }
    }

    /// A key of another site generator, let stand and not used.
    record Foreign() implements ValueType {
        @Override
        public String form() {
            return "anything";
        }
    }
}
