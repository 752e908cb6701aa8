package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.picture.SvgOutcome;
import org.pressroom.picture.SvgRebuild;

import java.util.Optional;
import java.util.Set;

/// A picture as it may be published: nothing in it runs, loads something, or tells more than is to be seen.
final class CleanPicture {

    private static final Set<String> KINDS = Set.of("svg");

    private final byte @Nullable [] bytes;
    private final String refusal;

    private CleanPicture(byte @Nullable [] bytes, String refusal) {
        this.bytes = bytes;
        this.refusal = refusal;
    }

    /// Whether pictures with an ending are not published as they are.
    static boolean isFor(String ending) {
        return KINDS.contains(ending);
    }

    /// Cleans a picture.
    ///
    /// @param ending of its name, one of which [#isFor] is true
    static CleanPicture of(String ending, byte[] picture) {
        return switch (SvgRebuild.of(picture, false)) {
            case SvgOutcome.Rebuilt rebuilt -> new CleanPicture(rebuilt.bytes(), "");
            case SvgOutcome.Refused refused -> new CleanPicture(null, "the picture " + refused.reason());
        };
    }

    /// The same of any file: one that is not a picture to be cleaned stays as it is.
    static CleanPicture orAsItIs(String ending, byte[] bytes) {
        return isFor(ending) ? of(ending, bytes) : new CleanPicture(bytes, "");
    }

    /// Empty when it may not be published.
    Optional<byte[]> bytes() {
        return Optional.ofNullable(bytes);
    }

    /// Why it may not be published, in a sentence that begins with "the picture"; empty when it may.
    String refusal() {
        return refusal;
    }
}
