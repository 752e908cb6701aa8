package org.pressroom.config;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words that one key of the metadata may have, in the order in which pages show them.
///
/// @param terms  the archive's own
/// @param houses those of [other houses][HouseWords], which are understood too, and never proposed
public record Terms(List<Term> terms, List<Term> houses) {

    /// What may follow a word where more is written beside it: `Draft v1`, `Accepted on 3 May`, `Approved — 2024-01-01`.
    private static final String BESIDE = "(?:\\s{0,3}[:;,(\\[–—]|\\s{1,3}-|\\.\\s|\\s{1,3}(?:v?\\d|(?:by|in|on|with|as|since|at|for|until|am|von|seit|durch|par|por)\\s))";
    private static final Pattern MORE = Pattern.compile(BESIDE);

    /// What an author's text says.
    ///
    /// @param detail what stands beside the word, `Swift 5.5` in `Implemented (Swift 5.5)`; null when nothing does
    public record Match(Term term, @Nullable String detail) { }

    public Terms {
        terms = List.copyOf(terms);
        houses = List.copyOf(houses);
    }

    public Terms(List<Term> terms) {
        this(terms, List.of());
    }

    /// Words of the PR/FAQ's own, of which any may follow any.
    public static Terms of(String... words) {
        return new Terms(List.of(words).stream().map(word -> Term.standard(word, null)).toList());
    }

    /// The words alone.
    public List<String> words() {
        return terms.stream().map(Term::word).toList();
    }

    /// The words alone, each followed by those of other houses that stand for it.
    public List<String> allWords() {
        List<String> all = new ArrayList<>();
        for (Term term : terms) {
            all.add(term.word());
            houses.stream().filter(other -> term.word().equals(other.meaning())).map(Term::word).forEach(all::add);
        }
        return all;
    }

    /// Whether a word is one of another house.
    public boolean isOfOtherHouse(String word) {
        return house(word) != null;
    }

    private @Nullable Term house(String normal) {
        return houses.isEmpty() ? null : HouseWords.find(normal);
    }

    /// The term of a word exactly as it stands in the vocabulary.
    public Optional<Term> find(String word) {
        for (Term term : terms) {
            if (term.word().equals(word)) {
                return Optional.of(term);
            }
        }
        return Optional.ofNullable(house(word));
    }

    /// The PR/FAQ's own word that a word stands for; null when it stands for none.
    public @Nullable String meaningOf(@Nullable String word) {
        return word == null ? null : find(word).map(Term::meaning).orElse(null);
    }

    /// The same order, with those words alone that are among `words`.
    Terms only(List<String> words) {
        return new Terms(terms.stream().filter(term -> words.contains(term.word())).toList());
    }

    /// Whether a document may pass from one word to another. What the vocabulary does not know may be left and reached, and so may
    /// the words of other houses, which have ways of their own.
    public boolean mayFollow(String from, String to) {
        List<String> next = find(from).map(Term::next).orElse(null);
        return next == null || next.contains(to) || from.equals(to) || find(to).isEmpty() || isOfOtherHouse(to);
    }

    /// Finds the word that a text means: the word itself or another form of it, whole or before a bracket, ignoring case
    /// and the difference of `_`, space and `-`; else a form with a final `*`; else one with which the text begins, when what follows
    /// can only be said beside it (`Draft v1`). A sign before it (`✅ Accepted`) says nothing.
    ///
    /// @param text on one line
    public Optional<Match> match(String text) {
        String stripped = withoutSign(text.strip());
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
        Optional<Match> begun = begun(stripped);
        return begun.isPresent() ? begun : leading(stripped);
    }

    /// Without the emoji, ticks and stops around a word.
    private static String withoutSign(String text) {
        int from = 0;
        while (from < text.length()) {
            int c = text.codePointAt(from);
            if (!isSign(c)) {
                break;
            }
            from += Character.charCount(c);
        }
        int to = text.length();
        while (to > from && isSign(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        String word = text.substring(from, to).strip();
        if (word.length() > 2 && "([{".indexOf(word.charAt(0)) >= 0 && ")]}".indexOf(word.charAt(word.length() - 1)) == "([{".indexOf(word.charAt(0))
                && word.indexOf(word.charAt(0), 1) < 0) {
            word = word.substring(1, word.length() - 1).strip();
        }
        return word.endsWith(".") && !word.endsWith("..") ? word.substring(0, word.length() - 1) : word.isEmpty() ? text : word;
    }

    /// Whether it is a picture and no letter, number or mark of a sentence.
    private static boolean isSign(int c) {
        return c >= 0x80 && !Character.isLetterOrDigit(c) && "–—…。！？、）」』".indexOf(c) < 0 || Character.isWhitespace(c);
    }

    private Optional<Match> exact(String text, @Nullable String detail) {
        String wanted = Vocabulary.normal(text);
        for (Term term : terms) {
            if (Vocabulary.normal(term.word()).equals(wanted)
                    || term.written().stream().anyMatch(form -> Vocabulary.normal(form).equals(wanted))) {
                return Optional.of(new Match(term, detail));
            }
        }
        return Optional.ofNullable(house(wanted)).map(term -> new Match(term, detail));
    }

    /// The longest word with which the text begins, when more stands beside it.
    private Optional<Match> leading(String text) {
        String folded = folded(text);
        Term longest = null;
        int length = 0;
        for (List<Term> some : List.of(terms, houses)) {
            for (Term term : some) {
                for (String form : forms(term)) {
                    String word = folded(form);
                    if (word.length() > length && folded.startsWith(word) && MORE.matcher(text.substring(word.length())).lookingAt()) {
                        longest = term;
                        length = word.length();
                    }
                }
            }
        }
        return longest == null ? Optional.empty() : Optional.of(new Match(longest, unwrapped(text.substring(length))));
    }

    private static List<String> forms(Term term) {
        if (term.written().isEmpty()) {
            return List.of(term.word());
        }
        List<String> forms = new ArrayList<>(List.of(term.word()));
        term.written().stream().filter(form -> !form.endsWith("*")).forEach(forms::add);
        return forms;
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
        houses.forEach(term -> forms.add(WordForms.regex(term.word())));
        return JsonSchema.anyOf(JsonSchema.oneOf(words()),
            JsonSchema.text("^\\s*(?:[^\\x00-\\x7F]{1,4}\\s+)?(?:" + String.join("|", forms) + ")(?:" + BESIDE + "[\\s\\S]*|\\.)?\\s*$"));
    }
}
