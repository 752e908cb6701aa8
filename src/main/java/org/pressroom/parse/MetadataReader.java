package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.List;

/// Reads a document's metadata, and nothing else, without parsing its markdown. Linear in the lines it looks at.
public final class MetadataReader {

    private static final RawMetadata NONE =
        new RawMetadata(MetadataCarrier.NONE, null, new YamlValue.Mapping(List.of(), new SourceSpan(0, 0)), 1);

    /// @param raw      of the carrier that was found; [MetadataCarrier#NONE] without one
    /// @param notices  why front matter could not be read
    public record Result(RawMetadata raw, List<Notice> notices) {
        public Result {
            notices = List.copyOf(notices);
        }

        /// Whether there is a header that could not be understood: what it says is unknown, also who may read it.
        public boolean unreadable() {
            return !notices.isEmpty();
        }
    }

    private MetadataReader() { }

    /// Reads front matter; without it, the table, list or quotation under the title.
    public static Result read(SourceText source, Vocabulary vocabulary) {
        FrontMatter.Found front = FrontMatter.read(source);
        if (front.metadata() != null) {
            return new Result(front.metadata(), front.notices());
        }
        @Nullable RawMetadata under = UnderTitleMetadata.read(source, 1, key -> MetadataSchema.knows(key, vocabulary));
        return new Result(under == null ? NONE : under, front.notices());
    }
}
