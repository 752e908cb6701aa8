package org.pressroom.config;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words that one key of the metadata may have, in the order in which pages show them.
public record Terms(List<Term> terms) {

    /// What an author's text says.
    ///
    /// @param detail what stands beside the word, `Swift 5.5` in `Implemented (Swift 5.5)`; null when nothing does
    public record Match(Term term, @Nullable String detail) { }

    public Terms {
        terms = List.copyOf(terms);
    }

    /// Words of the PR/FAQ's own, of which any may follow any.
    public static Terms of(String... words) {
        return new Terms(List.of(words).stream().map(word -> Term.standard(word, null)).toList());
    }

    /// The words alone.
    public List<String> words() {
        return terms.stream().map(Term::word).toList();
    }

    /// The term of a word exactly as it stands in the vocabulary.
    public Optional<Term> find(String word) {
        return terms.stream().filter(term -> term.word().equals(word)).findFirst();
    }

    /// The PR/FAQ's own word that a word stands for; null when it stands for none.
    public @Nullable String meaningOf(@Nullable String word) {
        return word == null ? null : find(word).map(Term::meaning).orElse(null);
    }

    /// The same order, with those words alone that are among `words`.
    Terms only(List<String> words) {
        return new Terms(terms.stream().filter(term -> words.contains(term.word())).toList());
    }

    /// Whether a document may pass from one word to another. What the vocabulary does not know may be left and reached.
    public boolean mayFollow(String from, String to) {
        List<String> next = find(from).map(Term::next).orElse(null);
        return next == null || next.contains(to) || from.equals(to) || find(to).isEmpty();
    }

    /// Finds the word that a text means: the word itself or another form of it, whole or before a bracket, ignoring case
    /// and the difference of `_`, space and `-`; else a form with a final `*`.
    ///
    /// @param text on one line
    public Optional<Match> match(String text) {
        String stripped = text.strip();
        Optional<Match> whole = exact(stripped, null);
        if (whole.isPresent()) {
            return whole;
        }
        int bracket = stripped.indexOf('(');
        if (bracket > 0 && stripped.endsWith(")")) {
            Optional<Match> head = exact(stripped.substring(0, bracket), unwrapped(stripped.substring(bracket)));
            if (head.isPresent()) {
                return head;
            }
        }
        return begun(stripped);
    }

    private Optional<Match> exact(String text, @Nullable String detail) {
        String wanted = Vocabulary.normal(text);
        for (Term term : terms) {
            if (Vocabulary.normal(term.word()).equals(wanted)
                    || term.written().stream().anyMatch(form -> Vocabulary.normal(form).equals(wanted))) {
                return Optional.of(new Match(term, detail));
            }
        }
        return Optional.empty();
    }

    private Optional<Match> begun(String text) {
        for (Term term : terms) {
            for (String form : term.written()) {
                int length = form.endsWith("*") ? form.length() - 1 : Integer.MAX_VALUE;
                if (length <= text.length() && folded(text.substring(0, length)).equals(folded(form.substring(0, length)))) {
                    return Optional.of(new Match(term, unwrapped(text.substring(length))));
                }
            }
        }
        return Optional.empty();
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c == '_' || c == '-' || Character.isWhitespace(c) ? ' ' : Character.toLowerCase(c));
        }
        return folded.toString();
    }

    /// A detail without the marks that lead over to it and the brackets around it.
    private static @Nullable String unwrapped(String text) {
        int from = 0;
        while (from < text.length() && (Character.isWhitespace(text.charAt(from)) || ":,;–—-".indexOf(text.charAt(from)) >= 0)) {
            from++;
        }
        String detail = text.substring(from).strip();
        if (detail.startsWith("(") && detail.indexOf(')') == detail.length() - 1) {
            detail = detail.substring(1, detail.length() - 1).strip();
        }
        return detail.isEmpty() ? null : detail;
    }

    /// What a schema says of a text that means one of the words: all words for editors to offer, and every other form.
    public JsonSchema schema() {
        List<String> forms = new ArrayList<>();
        for (Term term : terms) {
            forms.add(WordForms.regex(term.word()));
            term.written().forEach(form -> forms.add(WordForms.regex(form)));
        }
        return JsonSchema.anyOf(JsonSchema.oneOf(words()),
            JsonSchema.text("^\\s*(?:" + String.join("|", forms) + ")\\s*(?:\\([\\s\\S]*\\))?\\s*$"));
    }
}
