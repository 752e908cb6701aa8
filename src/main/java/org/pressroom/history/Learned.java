package org.pressroom.history;

import org.pressroom.parse.DocumentHead;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// What was found out about files as commits held them. It stays so as long as metadata are read in the same way, so whoever
/// keeps it need not read those files again.
///
/// @param renames for commits that took files away and brought others: by the path of each that had stood elsewhere, where
/// @param alike   whether two files are one document's, by both their ids with a space between
/// @param heads   what files said of themselves, by their keys
public record Learned(Map<String, Map<String, String>> renames, Map<String, Boolean> alike, Map<String, DocumentHead> heads) {

    public static final Learned NOTHING = new Learned(Map.of(), Map.of(), Map.of());

    public Learned {
        renames = Map.copyOf(renames);
        alike = Map.copyOf(alike);
        heads = Map.copyOf(heads);
    }

    /// Metadata stand at a document's head.
    public static final int HEAD_BYTES = 64 * 1024;

    /// The key of what a file said of itself.
    ///
    /// @param blob git's id of it
    public static String key(String blob, String path) {
        return blob + " " + path;
    }

    /// The same, with what files said of themselves, all shorter than [#HEAD_BYTES].
    public Learned with(Map<String, DocumentHead> others) {
        Map<String, DocumentHead> all = new HashMap<>(others);
        all.putAll(heads);
        return new Learned(renames, alike, all);
    }

    /// The same for another manner of reading metadata.
    public Learned withoutHeads() {
        return new Learned(renames, alike, Map.of());
    }

    /// What is asked in one walk: answered from what was learned before, else found out. For one thread.
    static final class Session {
        private final Learned before;
        private final Map<String, Map<String, String>> renames = new HashMap<>();
        private final Map<String, Boolean> alike = new HashMap<>();
        private final Map<String, DocumentHead> heads = new HashMap<>();

        Session(Learned before) {
            this.before = before;
        }

        Map<String, String> renames(String commit, Supplier<Map<String, String>> look) {
            return asked(renames, before.renames, commit, look);
        }

        boolean alike(String one, String other, Supplier<Boolean> look) {
            return asked(alike, before.alike, one + " " + other, look);
        }

        /// Whether a head need not be found out; it is among [#heads] then.
        boolean knows(String key) {
            DocumentHead head = heads.containsKey(key) ? null : before.heads.get(key);
            if (head != null) {
                heads.put(key, head);
            }
            return heads.containsKey(key);
        }

        void learn(String key, DocumentHead head) {
            heads.put(key, head);
        }

        Map<String, DocumentHead> heads() {
            return heads;
        }

        private static <T> T asked(Map<String, T> now, Map<String, T> before, String key, Supplier<T> look) {
            T found = now.get(key);
            if (found == null) {
                T known = before.get(key);
                found = known == null ? look.get() : known;
                now.put(key, found);
            }
            return found;
        }

        /// What was asked for, and nothing else.
        Learned learned() {
            return new Learned(renames, alike, heads);
        }
    }
}
