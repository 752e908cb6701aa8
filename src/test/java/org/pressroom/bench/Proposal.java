package org.pressroom.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// What is decided of a document before its text is written, the same whenever it is asked for.
///
/// @param number    from 1
/// @param status    that it has in the end
/// @param questions in its FAQ in the end
/// @param style     of markup: carriers, FAQ, metadata
record Proposal(
        int number, String title, LocalDate created, String status, List<String> authors, String sponsor, String team,
        List<String> tags, int questions, Style style) {

    static final LocalDate BEGIN = LocalDate.of(2016, 1, 4);
    static final int DAYS = 3_650;

    private static final String[] GIVEN = ("Ada Bela Carl Dora Emil Fay Gus Hana Ivo Jana Karl Lena Milo Nina Otto Pia Quin Rosa "
        + "Sven Tara Uma Vera Walt Xenia Yuri Zoe").split(" ");
    private static final String[] TEAMS = ("Home Delivery,Payments,Search,Stores,Support,Warehouse,Accounts,Pricing,Returns,Maps,"
        + "Devices,Media,Security,Data,Partners,Travel,Kitchen,Energy,Care,Learning").split(",");
    private static final String[] TAGS = ("delivery hardware pricing trust mobile accounts safety speed cost data partners quality "
        + "waste energy returns onboarding privacy search loyalty reports schedule routing payments storage training language "
        + "access packaging forecast support automation tickets rental repair insurance health food water tools events").split(" ");
    private static final String[] STATUSES = ("draft draft in-review in-review revise approved approved approved approved declined "
        + "declined deferred withdrawn").split(" ");

    enum Metadata { YAML, TABLE, LIST, QUOTE, JBAKE }

    enum Carrier { HEADING, RUN_IN, LABEL, BARE }

    enum FaqForm { HEADING, BOLD_Q, NUMBERED, LIST, QUOTE }

    /// @param restricted  nobody may know of it
    /// @param japanese    written in invented Japanese
    record Style(Metadata metadata, Carrier carrier, FaqForm faq, boolean restricted, boolean japanese) { }

    Proposal {
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
    }

    static RandomGenerator random(long seed, int number, int purpose) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number * 31L + purpose);
    }

    /// @param total number of documents of the archive, over which its ten years are spread
    static Proposal of(Vocabulary vocabulary, long seed, int number, int total) {
        RandomGenerator random = random(seed, number, 1);
        Prose prose = new Prose(vocabulary, random);
        LocalDate created = BEGIN.plusDays((long) (number - 1) * (DAYS - 240) / total);
        List<String> authors = new ArrayList<>();
        for (int i = random.nextInt(8) == 0 ? 2 : 1; i > 0; i--) {
            authors.add(person(vocabulary, random));
        }
        List<String> tags = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            // The first tags are the most used.
            String tag = TAGS[(int) (TAGS.length * random.nextDouble() * random.nextDouble())];
            if (!tags.contains(tag)) {
                tags.add(tag);
            }
        }
        double size = Math.exp(random.nextGaussian() * 0.35);
        return new Proposal(number, prose.title(), created, STATUSES[random.nextInt(STATUSES.length)], authors,
            person(vocabulary, random), TEAMS[random.nextInt(TEAMS.length)], tags, (int) Math.clamp(size * 12, 4, 60), style(random));
    }

    private static Style style(RandomGenerator random) {
        int m = random.nextInt(100);
        Metadata metadata = m < 70 ? Metadata.YAML : m < 78 ? Metadata.TABLE : m < 86 ? Metadata.LIST : m < 93 ? Metadata.QUOTE
            : Metadata.JBAKE;
        int c = random.nextInt(100);
        Carrier carrier = c < 40 ? Carrier.HEADING : c < 60 ? Carrier.RUN_IN : c < 75 ? Carrier.LABEL : Carrier.BARE;
        int f = random.nextInt(100);
        FaqForm faq = f < 38 ? FaqForm.HEADING : f < 70 ? FaqForm.BOLD_Q : f < 84 ? FaqForm.NUMBERED : f < 94 ? FaqForm.LIST
            : FaqForm.QUOTE;
        return new Style(metadata, carrier, faq, metadata == Metadata.YAML && random.nextInt(60) == 0, random.nextInt(50) == 0);
    }

    /// One of about 250 people.
    static String person(Vocabulary vocabulary, RandomGenerator random) {
        int who = (int) (250 * random.nextDouble() * random.nextDouble());
        return GIVEN[who % GIVEN.length] + " " + vocabulary.name(new SplittableRandom(who));
    }

    String id() {
        return String.format(Locale.ROOT, "%04d", number);
    }

    /// `content/2016/0001-parcel-brast.md`
    String path() {
        return "content/" + fileBelowContent();
    }

    String fileBelowContent() {
        return created.getYear() + "/" + id() + "-" + title.toLowerCase(Locale.ROOT).replace(' ', '-') + ".md";
    }
}
