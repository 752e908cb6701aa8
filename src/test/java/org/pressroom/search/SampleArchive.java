package org.pressroom.search;

import org.pressroom.model.BlockKind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// An archive of any size: the same for the same seed, with words of Zipf's frequencies and the scripts of many
/// languages.
final class SampleArchive {

    private static final String[] SYLLABLES = {
        "ba", "con", "de", "fer", "gra", "hol", "in", "jo", "kel", "lum", "mar", "net", "or", "pre", "qui", "ran",
        "ser", "ta", "un", "ver", "wel", "xy", "yor", "zen", "ation", "ing", "ed", "ly", "ness"
    };
    private static final String[] SPECIAL = {
        "C++", "C#", ".NET", "3.5", "S3", "user's", "self-service", "café", "naïve", "Größe", "Überweisung", "señor",
        "東京都の郵便", "検索エンジン", "데이터베이스", "ภาษาไทย", "Προβλήματα", "данные", "1,000", "R&D", "don’t", "l'eau", "node.js",
        "the", "and", "of", "𝒳-ray", "🚀", "ﬁnance",
        "Wi-Fi", "wifi", "wi", "fi", "PR/FAQ", "prfaq", "check-in", "checkin", "#12", "AT&T", "end-to-end", "endtoend", "to"
    };
    private static final String[] SPELT = {
        "wi fi", "check in", "check-in", "-wi-fi", "the", "of the", "\"the to\"", "title:to", "selfservice", "nodejs", "in check", "end to end",
        "#12", "-#7", "title:wifi", "at&t", "frontend", "PR FAQ", "wi-fi*"
    };
    private static final String[] STATUSES = {"draft", "in-review", "approved", "approved", "declined"};

    private final Random random;
    private final List<String> words = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> synonyms = new ArrayList<>();

    SampleArchive(long seed, int vocabulary) {
        random = new Random(seed);
        for (int i = 0; i < vocabulary; i++) {
            StringBuilder word = new StringBuilder();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            boolean capital = random.nextInt(10) == 0;
            words.add((capital ? Character.toUpperCase(word.charAt(0)) : word.charAt(0)) + word.substring(1));
        }
    }

    String word() {
        if (random.nextInt(25) == 0) {
            return SPECIAL[random.nextInt(SPECIAL.length)];
        }
        // Rank r with probability about 1/r.
        return words.get((int) Math.min(words.size() - 1, Math.exp(random.nextDouble() * Math.log(words.size()))));
    }

    String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : i % 17 == 0 ? ". " : " ").append(word());
        }
        if (length > 8 && texts.size() < 2000) {
            texts.add(text.toString());
        }
        return text.toString();
    }

    /// Some words that stand side by side in an idea, or would if it had them.
    private String phrase() {
        if (texts.isEmpty() || below(5) == 0) {
            return text(2);
        }
        String[] of = texts.get(below(texts.size())).split(" ");
        int from = below(of.length);
        return String.join(" ", List.of(of).subList(from, Math.min(of.length, from + 2 + below(2))));
    }

    /// A word as somebody mistypes it, or breaks it off.
    private String mistyped() {
        String word = word();
        int at = below(word.length());
        return switch (below(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + "x" + word.substring(at);
            case 2 -> at == 0 ? word : word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1);
            default -> word.substring(0, Math.min(word.length(), at + 2));
        };
    }

    private static final String[] FIELDS = {"title", "problem", "solution", "quote", "faq", "customer", "author", "id", "Problem"};

    /// A query of any form that there is.
    String query() {
        StringBuilder query = new StringBuilder();
        for (int parts = 1 + below(3); parts > 0; parts--) {
            String part = switch (below(13)) {
                case 0 -> "\"" + phrase() + "\"";
                case 1 -> FIELDS[below(FIELDS.length)] + ":" + word();
                case 2 -> FIELDS[below(FIELDS.length)] + ":\"" + phrase() + "\"";
                case 3 -> (below(3) == 0 ? FIELDS[below(FIELDS.length)] + ":" : "") + word().substring(0, 1) + "*";
                case 4 -> word().replaceAll("(?s)(..).*", "$1") + "*";
                case 5 -> mistyped();
                case 6 -> "-" + (below(2) == 0 ? word() : "\"" + phrase() + "\"");
                case 7 -> below(3) > 0 ? word() : "-" + FIELDS[below(FIELDS.length)] + ":" + word().substring(0, 1) + "*";
                case 8 -> below(2) == 0 ? "status:approved" : "-status:declined";
                case 9 -> below(2) == 0 ? "since:" + (2014 + below(6)) : "until:20" + (16 + below(7)) + "-0" + (1 + below(9));
                case 10 -> below(3) == 0 && !synonyms.isEmpty() ? synonyms.get(below(synonyms.size())) : below(4) == 0 ? "%04d".formatted(below(60)) : word() + " " + word();
                case 11 -> SPELT[below(SPELT.length)];
                default -> text(1 + below(3));
            };
            query.append(query.isEmpty() ? "" : " ").append(part);
        }
        return query.toString();
    }

    /// Groups of words and of several words, which later queries hold.
    Synonyms synonyms(int count) {
        List<List<String>> groups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> group = List.of(word(), below(3) == 0 ? phrase() : word(), below(9) == 0 ? text(3) : word());
            groups.add(group);
            synonyms.addAll(group);
        }
        return Synonyms.of(groups);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    List<SampleIdea> ideas(int count, int wordsEach) {
        List<SampleIdea> ideas = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String status = STATUSES[below(STATUSES.length)];
            SampleIdea idea = SampleIdea.of("%04d".formatted(i), text(3 + below(6))).summary(text(12)).status(status)
                .outcome(status.equals("approved") && below(2) == 0 ? below(2) == 0 ? "launched" : "building" : null)
                .team("Team " + below(5)).tags("tag-" + below(9), "tag-" + below(9)).author("Ada Nº" + below(4))
                .created(LocalDate.of(2015, 1, 1).plusDays(below(3000)));
            idea.block(BlockKind.SUBHEADING, null, "", text(10)).problem(text(wordsEach / 8))
                .solution(text(wordsEach / 8)).block(BlockKind.CUSTOMER_QUOTE, null, "", text(wordsEach / 10));
            int questions = 3 + below(9);
            for (int q = 0; q < questions; q++) {
                idea.question(text(6) + "?", text(1 + below(wordsEach / 8)));
            }
            ideas.add(idea);
        }
        return ideas;
    }
}
