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
        "the", "and", "of", "𝒳-ray", "🚀", "ﬁnance"
    };
    private static final String[] STATUSES = {"draft", "in-review", "approved", "approved", "declined"};

    private final Random random;
    private final List<String> words = new ArrayList<>();

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
        return text.toString();
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
