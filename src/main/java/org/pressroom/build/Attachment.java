package org.pressroom.build;

import org.pressroom.bake.MediaTypes;
import org.pressroom.catalog.LinkTarget;
import org.pressroom.source.LfsPointer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// What becomes of a file that a published document refers to: it is published, or it is not, for a reason.
///
/// Kept are files that common servers send under a type of their own and browsers only show or save. A text of another kind
/// becomes a `.txt`; of what is neither, nobody can say what a browser makes of it. Nothing that a browser could take for a page
/// is published, whatever its name says, and pictures only [clean][CleanPicture].
sealed interface Attachment {

    /// A larger file is not published; git hosts take none.
    int MAX_BYTES = 100_000_000;

    /// Pictures that are cleaned are in memory, one a thread.
    int PICTURE_MAX_BYTES = 50_000_000;

    /// A text that becomes a `.txt` is looked at whole.
    int TEXT_MAX_BYTES = 2_000_000;

    /// @param ending  of its name on the site
    /// @param located whether it is a picture that notes where it was taken
    /// @param labels  whether it is a drawing of which labels in HTML are left out
    record Published(String ending, boolean located, boolean labels) implements Attachment { }

    /// @param reason a clause: "web servers have no type for .toml"
    record Withheld(String reason) implements Attachment { }

    /// @param reason a clause: "no such file"
    record Unreadable(String reason) implements Attachment { }

    /// How many bytes of a file [#of] has to see, at most.
    static int bytesToSee(String name) {
        String ending = MediaTypes.ending(name);
        return CleanPicture.isFor(ending) ? PICTURE_MAX_BYTES : MediaTypes.isAttached(ending) ? PageLike.HEAD : TEXT_MAX_BYTES;
    }

    /// Decides about a file.
    ///
    /// @param size  in bytes
    /// @param bytes its first [#bytesToSee] and one more, or all
    /// @param keepMetadata whether photographs keep what their camera noted
    static Attachment of(String name, long size, byte[] bytes, boolean keepMetadata) {
        String ending = MediaTypes.ending(name);
        if (LfsPointer.is(bytes)) {
            return new Withheld(LinkTarget.LFS);
        }
        boolean cleaned = CleanPicture.isFor(ending);
        int most = cleaned ? PICTURE_MAX_BYTES : MAX_BYTES;
        if (size > most) {
            return new Withheld("it has more than " + most / 1_000_000 + " MB");
        }
        if (cleaned) {
            CleanPicture picture = CleanPicture.of(ending, bytes, keepMetadata);
            String refusal = picture.refusal();
            return refusal == null ? new Published(ending, picture.isLocated(), picture.lacksLabels()) : new Withheld(refusal);
        }
        if (PageLike.test(bytes)) {
            return new Withheld("it begins with `<`, so a browser could take it for a page");
        }
        if (MediaTypes.isAttached(ending)) {
            return new Published(ending, false, false);
        }
        return isText(bytes) ? new Published("txt", false, false)
            : new Withheld("web servers have no type for " + (ending.isEmpty() ? "files without an extension" : "." + ending));
    }

    /// Whether a file, or all that is to be seen of it, is a text in UTF-8 that is not too long.
    static boolean isText(byte[] bytes) {
        if (bytes.length > TEXT_MAX_BYTES) {
            return false;
        }
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
