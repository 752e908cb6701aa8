package org.pressroom.parse;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line under `Status` that names another document: `Superseded by [ADR-7](0007-b.md)`, `Amends ADR-3`.
///
/// @param key        the relation that it says
/// @param references the documents, as in [DocumentReferences]
record StatusPhrase(String key, List<String> references) {

    private static final Pattern SUPERSEDED_BY = Pattern.compile(
        "(?:super[sc]eded|superceeded|replaced|obsoleted|deprecated|retired|ersetzt|abgelöst|überholt|remplacée?|supplantée?|reemplazad[oa]|sustituid[oa]|substituíd[oa])"
            + "\\s+(?:by|with|in favou?r of|durch|von|par|por|pel[oa])\\b[\\s:]*(.+)",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    private static final Pattern SUPERSEDES = Pattern.compile(
        "(?:super[sc]edes|superceeds|replaces|obsoletes|ersetzt(?!\\s+durch)|löst ab|remplace|reemplaza(?: a)?|sustituye(?: a)?|substitui)\\b[\\s:]*(.+)",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    private static final Pattern RELATED = Pattern.compile(
        "(?:amend(?:s|ed by)|clarifi(?:es|ed by)|extend(?:s|ed by)|refine[sd](?: by)?|updated? by|updates|relate[sd] to|depends on|builds on|see also|linked to|modifies|modified by)\\b[\\s:]*(.+)",
        Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /// Clauses of a text that are looked at.
    private static final int MOST_CLAUSES = 8;

    /// What a text or one of its clauses says, emphasis and signs around it left out; null when it names no document so.
    static @Nullable StatusPhrase of(String text) {
        int from = 0;
        for (int i = 0; i < MOST_CLAUSES && from < text.length(); i++) {
            StatusPhrase phrase = ofClause(text.substring(from));
            if (phrase != null) {
                return phrase;
            }
            from = behindClause(text, from);
        }
        return null;
    }

    private static int behindClause(String text, int from) {
        for (int i = from; i + 1 < text.length(); i++) {
            if (",;.(:".indexOf(text.charAt(i)) >= 0 && (Character.isWhitespace(text.charAt(i + 1)) || text.charAt(i) == '(')) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static @Nullable StatusPhrase ofClause(String text) {
        String plain = begun(Words.flat(text));
        for (var form : List.of(new Form("superseded-by", SUPERSEDED_BY), new Form("supersedes", SUPERSEDES), new Form("related", RELATED))) {
            Matcher m = form.pattern.matcher(plain);
            if (m.matches()) {
                List<String> references = DocumentReferences.in(m.group(1)).stream().map(StatusPhrase::bare).filter(reference -> !reference.isEmpty()).toList();
                return references.isEmpty() ? null : new StatusPhrase(form.key, references);
            }
        }
        return null;
    }

    private record Form(String key, Pattern pattern) { }

    private static String bare(String reference) {
        int from = 0;
        int to = reference.length();
        while (from < to && " [(\"'*_`".indexOf(reference.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && " ])\"'*_`.".indexOf(reference.charAt(to - 1)) >= 0) {
            to--;
        }
        return reference.substring(from, to);
    }

    /// From the first letter or digit on.
    private static String begun(String text) {
        int from = 0;
        while (from < text.length() && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        return text.substring(from).stripTrailing();
    }

    /// Whether a text names another document so.
    static boolean isReference(String text) {
        return of(text) != null;
    }
}
