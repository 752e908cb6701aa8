package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.Document;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.util.List;

/// What came of reading a file.
public sealed interface ParseOutcome {

    /// Where the file stands.
    SourcePath path();

    /// What was noticed while reading, in order of place.
    List<Notice> notices();

    /// A document, with whatever could be read of it.
    ///
    /// @param discreet whether its text names hidden documents, which is not to be shown as it was written
    /// @param problem  where no part is the problem: what is most probably; null when nothing may be
    record Parsed(
            Document document, SourceText text, RawMetadata raw, List<Notice> notices,
            List<Suppression> suppressions, boolean discreet, @Nullable Guess problem) implements ParseOutcome {
        public Parsed {
            notices = List.copyOf(notices);
            suppressions = List.copyOf(suppressions);
        }

        @Override
        public SourcePath path() {
            return document.path();
        }
    }

    /// Nothing that could be published: not text, too large, too complex. At least one notice says why.
    record Unparsable(SourcePath path, List<Notice> notices) implements ParseOutcome {
        public Unparsable {
            notices = List.copyOf(notices);
        }
    }
}
