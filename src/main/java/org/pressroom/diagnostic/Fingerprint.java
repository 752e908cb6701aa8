package org.pressroom.diagnostic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises a finding when its document has changed around it.
///
/// Made from the message and from the words that the finding points at, not from where they stand. Numbers in a message
/// change with every edit (`612 words`, `on line 17`), so they count as `#`; what an author wrote stands between
/// backticks and is kept.
public final class Fingerprint {

    private static final Pattern QUOTED_OR_NUMBER = Pattern.compile("`[^`]*+`|\\d++(?:[.,]\\d++)*+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Fingerprint() { }

    /// 16 hexadecimal digits; equal for findings that can't be told apart but by their rule, file and line.
    public static String of(Diagnostic finding) {
        return hash(message(finding) + "\n" + words(finding));
    }

    /// 16 hexadecimal digits, from the message alone: what is missing points at words that have nothing to do with it.
    static String alike(Diagnostic finding) {
        return hash(message(finding));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// A finding's message without the numbers that change.
    static String message(Diagnostic finding) {
        return QUOTED_OR_NUMBER.matcher(finding.message())
            .replaceAll((MatchResult m) -> m.group().startsWith("`") ? Matcher.quoteReplacement(m.group()) : "#");
    }

    /// The words on the finding's first line that it is about, as far as its excerpt holds them.
    private static String words(Diagnostic finding) {
        String line = finding.sourceLine();
        if (line == null) {
            return "";
        }
        Position at = finding.position();
        int first = SourceExcerpt.firstColumn(at.column());
        int length = line.codePointCount(0, line.length());
        int from = Math.clamp(at.column() - first, 0, length);
        int to = at.endLine() > at.line() ? length : Math.clamp(at.endColumn() - first, from, length);
        String words = line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to));
        return SPACES.matcher(words).replaceAll(" ").strip();
    }
}
