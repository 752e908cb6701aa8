package org.pressroom.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// What became of a drawing.
public sealed interface SvgOutcome {

    /// What is said of labels that were HTML.
    String LABELS = "HTML in labels";

    /// It may be published, in these bytes.
    ///
    /// @param bytes   UTF-8, not to be changed
    /// @param removed what is not in them, in a few words each, sorted: `comments`, `animations`
    @SuppressWarnings("ArrayRecordComponent")
    record Rebuilt(byte[] bytes, List<String> removed) implements SvgOutcome {

        public Rebuilt {
            removed = List.copyOf(removed);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Rebuilt that && Arrays.equals(bytes, that.bytes) && removed.equals(that.removed);
        }

        @Override
        public int hashCode() {
            return Objects.hash(Arrays.hashCode(bytes), removed);
        }

        @Override
        public String toString() {
            return "Rebuilt[" + bytes.length + " bytes, without " + removed + "]";
        }
    }

    /// It may not be published.
    ///
    /// @param reason continues a sentence that began with "the picture": `has a script`
    /// @param line   where, from 1; 0 when it is the file as a whole
    record Refused(String reason, int line) implements SvgOutcome { }
}
