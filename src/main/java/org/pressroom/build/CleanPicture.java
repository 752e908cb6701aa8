package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.picture.PictureMetadata;
import org.pressroom.picture.PictureOutcome;
import org.pressroom.picture.SvgOutcome;
import org.pressroom.picture.SvgRebuild;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/// A picture as it may be published: nothing in it runs, loads something, or tells more than is to be seen.
final class CleanPicture {

    private static final Set<String> PHOTOGRAPHS = Set.of("png", "jpg", "jpeg", "gif", "webp", "avif", "heic", "heif");

    private final PictureOutcome outcome;

    private CleanPicture(PictureOutcome outcome) {
        this.outcome = outcome;
    }

    /// Whether files with an ending are looked at as pictures, and published as they come out of that.
    static boolean isFor(String ending) {
        return ending.equals("svg") || PHOTOGRAPHS.contains(ending);
    }

    /// Cleans a picture.
    ///
    /// @param ending       of its name, one of which [#isFor] is true
    /// @param keepMetadata whether photographs keep what their camera noted
    static CleanPicture of(String ending, byte[] picture, boolean keepMetadata) {
        return new CleanPicture(ending.equals("svg") ? drawing(picture, keepMetadata) : photograph(picture, keepMetadata));
    }

    /// Any file of a theme; one that is not a picture stays as it is.
    static CleanPicture orAsItIs(String ending, byte[] bytes, boolean keepMetadata) {
        return isFor(ending) ? of(ending, bytes, keepMetadata) : new CleanPicture(asItIs(bytes));
    }

    private static PictureOutcome drawing(byte[] picture, boolean keepMetadata) {
        return switch (SvgRebuild.of(picture, keepMetadata)) {
            case SvgOutcome.Rebuilt rebuilt -> new PictureOutcome.Cleaned(List.of(ByteBuffer.wrap(rebuilt.bytes())), Set.copyOf(rebuilt.removed()), false);
            case SvgOutcome.Refused refused -> new PictureOutcome.Refused(refused.reason());
        };
    }

    private static PictureOutcome photograph(byte[] picture, boolean keepMetadata) {
        if (PageLike.test(picture)) {
            return new PictureOutcome.Refused("begins with `<`, so a browser could take it for a page");
        }
        // A text that is named like a picture shows nothing, and no camera noted anything in it.
        if (Attachment.isText(picture)) {
            return asItIs(picture);
        }
        PictureOutcome without = PictureMetadata.without(ByteBuffer.wrap(picture));
        return keepMetadata ? new PictureOutcome.Cleaned(List.of(ByteBuffer.wrap(picture)), Set.of(),
            without instanceof PictureOutcome.Cleaned cleaned && cleaned.located()) : without;
    }

    private static PictureOutcome asItIs(byte[] bytes) {
        return new PictureOutcome.Cleaned(List.of(ByteBuffer.wrap(bytes)), Set.of(), false);
    }

    /// Whether it notes where it was taken, be that published or not.
    boolean isLocated() {
        return outcome instanceof PictureOutcome.Cleaned cleaned && cleaned.located();
    }

    /// Whether it is a drawing that had labels in HTML.
    boolean lacksLabels() {
        return outcome instanceof PictureOutcome.Cleaned cleaned && cleaned.removed().contains(SvgOutcome.LABELS);
    }

    /// Why it may not be published, in a sentence; null when it may.
    @Nullable String refusal() {
        return switch (outcome) {
            case PictureOutcome.Refused(String reason) -> "the picture " + reason;
            case PictureOutcome.Cleaned _ -> null;
        };
    }

    /// @throws IOException when it can't be written, or may not be published
    void writeTo(OutputStream out) throws IOException {
        switch (outcome) {
            case PictureOutcome.Cleaned cleaned -> cleaned.writeTo(out);
            case PictureOutcome.Refused(String reason) -> throw new IOException("the picture " + reason);
        }
    }

    /// All of a picture that may be published.
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
