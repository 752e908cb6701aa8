package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Vocabulary;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Reads a document's metadata, and nothing else, without parsing its markdown. Linear in the lines it looks at.
///
/// Each form in which people write them is a carrier with a class of its own. They are asked in one order, that of
/// [org.pressroom.model.MetadataCarrier]: front matter; a table, list, quotation or lines under the title; sections. All count, and
/// where two say something else of the same key, the one that is asked first.
public final class MetadataReader {

    /// @param raw      of the carriers that were found; [RawMetadata#NONE] without one
    /// @param notices  why front matter could not be read
    /// @param beside   the text of a file beside the document that could not be read; empty without one
    public record Result(RawMetadata raw, List<Notice> notices, String beside) {
        public Result {
            notices = List.copyOf(notices);
        }

        /// Whether there is a header that could not be understood: what it says is unknown, also who may read it.
        public boolean unreadable() {
            return !notices.isEmpty();
        }
    }

    private MetadataReader() { }

    /// The carriers in a document itself, as written.
    public static RawMetadata carriers(SourceText source, Vocabulary vocabulary) {
        List<RawMetadata> found = new ArrayList<>();
        inside(source, vocabulary, found);
        return RawMetadata.of(found);
    }

    /// Reads whatever carriers a document has.
    static Result read(SourceText source, Vocabulary vocabulary, OutsideMetadata outside) {
        List<RawMetadata> found = new ArrayList<>();
        List<Notice> notices = new ArrayList<>(inside(source, vocabulary, found));
        found.addAll(outside.parts());
        return new Result(RawMetadata.of(found), notices, outside.unreadable());
    }

    /// @return why front matter could not be read
    private static List<Notice> inside(SourceText source, Vocabulary vocabulary, List<RawMetadata> found) {
        FrontMatter.Found front = FrontMatter.read(source);
        int body = front.metadata() == null ? 1 : front.metadata().bodyLine();
        if (front.metadata() != null) {
            found.add(front.metadata());
        }
        if (body > source.lines().count()) {
            return front.notices();
        }
        int start = UnderTitleMetadata.startOf(source, body);
        @Nullable RawMetadata under = UnderTitleMetadata.read(source, start, key -> MetadataSchema.knows(key, vocabulary));
        @Nullable RawMetadata lines = under != null ? null : LabelledLines.read(source, start, vocabulary);
        Stream.of(under, lines).filter(Objects::nonNull).map(Objects::requireNonNull).forEach(found::add);
        found.addAll(MetadataSections.read(source, body, vocabulary));
        return front.notices();
    }
}
