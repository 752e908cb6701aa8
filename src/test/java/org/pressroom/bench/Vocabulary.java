package org.pressroom.bench;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Words as often as real text has them: by the law of Zipf and Mandelbrot, the frequent ones real, the rare ones invented.
///
/// The word of rank r is drawn in proportion to 1 / (r + 2.7)^1.1. The first ranks are small words, then the words of business;
/// the long tail are pseudo-words of two or three syllables, each rank another one, and now and then a number or a code
/// that no other document has. Immutable; safe for several threads.
final class Vocabulary {

    static final int RANKS = 60_000;
    private static final double OFFSET = 2.7;
    private static final double EXPONENT = 1.1;

    private static final List<String> SMALL = List.of("""
        the of to and a in that is for it with as on be at by this from or an are was not which but have they their one
        all we can has more if will its out when than what about who each so no only other into some two may these then
        do any most over also such our made after first before between through where much should because those both three
        them being under never same another while without against during still often every once per within until least
        """.strip().split("\\s+"));

    private static final List<String> BUSINESS = List.of("""
        customer team order service price cost week month year day hour number people work time store market product
        delivery support account report question answer change plan risk problem launch first small large early late
        phone letter screen office supplier driver warehouse route stock shelf parcel return refund invoice payment card
        bank loan rent house school doctor patient farm field crop water power heat light engine train ticket seat hotel
        kitchen menu table meal recipe bread fruit milk coffee sugar garden tool repair part machine sensor battery cable
        network signal message search result page list form button photo video map record file copy backup password login
        privacy consent law rule contract partner vendor buyer seller agent manager owner engineer designer analyst writer
        student teacher parent child driver nurse visitor guest member volunteer city town village country border bridge
        road street corner door window floor roof wall room building site factory plant harbour airport station
        weather rain snow wind summer winter morning evening night weekend holiday season
        ask build buy call carry check choose close compare count cut decide deliver describe drop earn expect explain fail
        fill find finish fix follow gain give grow guess help hire hold improve join keep know learn leave lose lower make
        measure meet miss move need offer open order own pack pay pick print promise prove pull push put raise reach read
        receive reduce remove repeat replace request rest ring save say see sell send serve set share show sign sit sleep
        solve speak spend stand start stay stop store take talk teach tell test think track train trust try turn use visit
        wait walk want warn wash watch win wonder write
        able annual average bad better big busy cheap clean clear cold common correct daily deep different difficult
        direct dry easy empty equal exact fair false famous far fast final flat free fresh full good great half happy hard
        heavy high honest hot human idle kind known last left light likely local long loud low main manual narrow near new
        next old open own paid perfect plain poor private public quick quiet rare ready real regular remote rich right
        rough safe secret separate short simple single slow soft sound special steady strange strict strong sudden sure
        tall thin tight total true typical unknown urgent useful usual vague warm weak wet whole wide wild wrong young
        """.strip().split("\\s+"));

    private static final String[] ONSETS = "b c d f g h j k l m n p r s t v w br cl dr fl gr pl pr sl st str tr".split(" ");
    private static final String[] NUCLEI = "a e i o u ea ou".split(" ");
    private static final String[] CODAS = " n r l".split(" ", -1);
    private static final int SYLLABLES = ONSETS.length * NUCLEI.length * CODAS.length;

    private final double[] cumulated = new double[RANKS];
    private final String[] words = new String[RANKS];

    Vocabulary() {
        double sum = 0;
        for (int rank = 0; rank < RANKS; rank++) {
            sum += Math.pow(rank + 1 + OFFSET, -EXPONENT);
            cumulated[rank] = sum;
            words[rank] = ofRank(rank);
        }
    }

    /// From the most frequent to the rarest.
    List<String> words() {
        return List.of(words);
    }

    private static String ofRank(int rank) {
        if (rank < SMALL.size()) {
            return SMALL.get(rank);
        }
        int business = rank - SMALL.size();
        return business < BUSINESS.size() ? BUSINESS.get(business) : invented(rank);
    }

    /// Two syllables that no other rank has, spread over all there are; every fifth with one more behind them.
    private static String invented(int rank) {
        int spread = (int) ((rank * 15_485_863L) % ((long) SYLLABLES * SYLLABLES));
        String word = syllable(spread / SYLLABLES) + syllable(spread % SYLLABLES);
        return rank % 5 == 0 ? word + syllable(rank % SYLLABLES) : word;
    }

    private static String syllable(int number) {
        int rest = number / ONSETS.length;
        return ONSETS[number % ONSETS.length] + NUCLEI[rest % NUCLEI.length] + CODAS[rest / NUCLEI.length];
    }

    /// Draws a word.
    String word(RandomGenerator random) {
        double at = random.nextDouble() * cumulated[RANKS - 1];
        int low = 0;
        int high = RANKS - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulated[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return inflected(words[low], low, random);
    }

    private static String inflected(String word, int rank, RandomGenerator random) {
        if (rank < SMALL.size()) {
            return word;
        }
        return switch (random.nextInt(12)) {
            case 0, 1 -> word + "s";
            case 2 -> word.endsWith("e") ? word + "d" : word + "ed";
            case 3 -> (word.endsWith("e") ? word.substring(0, word.length() - 1) : word) + "ing";
            default -> word;
        };
    }

    /// Draws a word of business or an invented one, never a small word.
    String noun(RandomGenerator random) {
        return random.nextInt(3) == 0 ? invented(SMALL.size() + random.nextInt(4_000))
            : BUSINESS.get(random.nextInt(BUSINESS.size()));
    }

    /// An invented name: `Brastlou`.
    String name(RandomGenerator random) {
        return capital(invented(random.nextInt(RANKS)));
    }

    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
