package org.pressroom.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Reads what [GitProgram] has `git log` write, all of it in tokens that end in NUL.
///
/// A commit is `\1 id`, parents, when it was authored, when it was committed, name, mail, co-authors; then come for each changed
/// path `:mode mode id id letter` and the path.
final class LogTokens {

    private static final int MAX_TOKEN = 1 << 20;
    /// Fields before a commit's changes.
    private static final int HEADER = 7;
    /// Where in a change the second mode and the ids begin.
    private static final int SECOND_MODE = 8;
    private static final int BLOBS = 15;

    private final InputStream in;
    private byte[] bytes = new byte[1 << 16];
    /// The token, then what was read beyond it.
    private int start;
    private int end;
    private int filled;
    private boolean more = true;

    LogTokens(InputStream in) {
        this.in = in;
    }

    /// @return false when it isn't whole
    boolean read(CommitVisitor visitor) throws IOException {
        String[] header = new String[HEADER];
        while (next()) {
            // Between a commit and its changes stands a line break.
            while (start < end && Character.isWhitespace(bytes[start])) {
                start++;
            }
            if (start < end && bytes[start] == 1) {
                start++;
                header[0] = text(start, end);
                for (int i = 1; i < HEADER; i++) {
                    if (!next()) {
                        return false;
                    }
                    header[i] = text(start, end);
                }
                visitor.commit(commit(header));
            } else if (start < end && bytes[start] == ':') {
                String change = text(start, end);
                int before = change.indexOf(' ', BLOBS);
                int after = change.indexOf(' ', before + 1);
                if (before < 0 || after < 0 || !next()) {
                    return false;
                }
                visitor.changed(text(start, end), isPlain(change, 1) ? change.substring(BLOBS, before) : null,
                    isPlain(change, SECOND_MODE) ? change.substring(before + 1, after) : null);
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String change, int mode) {
        return change.startsWith("100644", mode) || change.startsWith("100755", mode);
    }

    private String text(int from, int to) {
        return new String(bytes, from, Math.min(to - from, MAX_TOKEN), StandardCharsets.UTF_8);
    }

    private static RawCommit commit(String[] header) {
        List<String> parents = header[1].isEmpty() ? List.of() : List.of(header[1].split(" "));
        GitTime authored = GitTime.of(header[2]);
        return new RawCommit(header[0], parents, authored.time(), authored.zone(), GitTime.of(header[3]).time(),
            new RawCommit.Author(header[4], header[5]),
            header[6].isEmpty() ? List.of() : CoAuthors.of(List.of(header[6].split("\u0002"))), List.of());
    }

    /// Goes to the next token; the last one may lack its end.
    private boolean next() throws IOException {
        start = Math.min(end + 1, filled);
        for (int at = start;; at++) {
            if (at == filled) {
                int token = at - start;
                if (!more || !fill()) {
                    end = filled;
                    return token > 0;
                }
                at = start + token;
            }
            if (bytes[at] == 0) {
                end = at;
                return true;
            }
        }
    }

    /// Moves the beginning of the token to the front and reads on.
    private boolean fill() throws IOException {
        System.arraycopy(bytes, start, bytes, 0, filled - start);
        filled -= start;
        start = 0;
        if (filled == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int read = in.read(bytes, filled, bytes.length - filled);
        more = read > 0;
        filled += Math.max(read, 0);
        return more;
    }
}
