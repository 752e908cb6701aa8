package org.pressroom.parse;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Tells a leader's words from a customer's: by the speaker's office or role, by whether the speaker belongs to who
/// announces the product or to somebody else, and by how they speak of it.
final class Quotations {

    private static final int MOST = 2;
    /// Before what somebody is, when they are one of many.
    private static final List<String> ARTICLES = List.of("a ", "an ", "one of ", "ein ", "eine ", "einer ", "un ", "une ", "una ", "um ", "uma ");

    private final Cues cues;
    private final ProductName product;

    Quotations(Cues cues, ProductName product) {
        this.cues = cues;
        this.product = product;
    }

    /// What a quotation is known by.
    ///
    /// @param speaker who speaks; all that is not speech when that isn't clear
    record Said(@Nullable String speaker, String around, String words) { }

    /// What tells whose words they are.
    ///
    /// @param leads            whether the speaker has an office
    /// @param uses             whether the speaker is called a customer or user
    /// @param speaksAsLeader   whether the words are those of who made it
    /// @param speaksAsCustomer whether the words are those of who uses it
    /// @param belonging        above zero for a speaker who belongs to who announces, below for anybody else
    record Traits(boolean leads, boolean uses, boolean speaksAsLeader, boolean speaksAsCustomer, int belonging) { }

    Traits of(Said said) {
        Cues.Found role = role(said.speaker() == null ? said.around() : said.speaker());
        Cues.Found words = cues.in(said.words());
        boolean leads = role.has(Cues.Kind.LEADER);
        // The head of customer care is no customer.
        return new Traits(leads, !leads && role.has(Cues.Kind.CUSTOMER), words.has(Cues.Kind.LEADER_SPEECH), words.has(Cues.Kind.CUSTOMER_SPEECH),
            said.speaker() == null ? 0 : belonging(said.speaker()));
    }

    /// What stands in brackets behind a speaker counts only where nothing else says what they are: `a user (developer)`.
    private Cues.Found role(String speaker) {
        int bracket = Math.max(speaker.indexOf('('), speaker.indexOf('（'));
        if (bracket > 0) {
            Cues.Found before = cues.in(speaker.substring(0, bracket));
            if (before.has(Cues.Kind.LEADER) || before.has(Cues.Kind.CUSTOMER)) {
                return before;
            }
        }
        return cues.in(speaker);
    }

    /// Whether a speaker belongs to who announces, or to another organisation, or is anybody: `a tenant in Leeds`.
    private int belonging(String speaker) {
        String announcer = product.announcer();
        if (announcer != null && speaker.contains(announcer) || namesWhatRecurs(speaker)) {
            return MOST + 1;
        }
        if (product.first(speaker) >= 0) {
            return 1;
        }
        if (isAnybody(speaker)) {
            return -MOST - 1;
        }
        return announcer != null && namesOrganisation(speaker) ? -MOST - 1 : 0;
    }

    /// Whether a speaker's organisation is one of which the release speaks elsewhere: `head of sales at Acme`, `director of Acme`,
    /// `who runs Acme's workshop`, `partner, Acme`.
    private boolean namesWhatRecurs(String speaker) {
        int comma = speaker.indexOf(", ");
        if (comma < 0) {
            return recursBehind(speaker, speaker.indexOf(" at "));
        }
        int possessive = speaker.indexOf("'s ", comma) > 0 ? speaker.indexOf("'s ", comma) : speaker.indexOf("’s ", comma);
        if (possessive > 0) {
            int start = speaker.lastIndexOf(' ', possessive) + 1;
            return isKnown(speaker.substring(start, possessive));
        }
        int last = speaker.lastIndexOf(", ");
        return recursBehind(speaker, speaker.indexOf(" at ", comma)) || recursBehind(speaker, speaker.indexOf(" of ", comma))
            || !cues.in(speaker.substring(last)).has(Cues.Kind.LEADER) && recursBehind(speaker, last);
    }

    /// Whether the name behind a joint is known.
    private boolean recursBehind(String speaker, int joint) {
        if (joint < 0) {
            return false;
        }
        List<String> words = ProductName.words(speaker.substring(joint + 1));
        int name = Character.isLetter(speaker.charAt(joint + 1)) ? 1 : 0;
        return words.size() > name && isKnown(words.get(name));
    }

    private boolean isKnown(String name) {
        return name.length() > 1 && Character.isUpperCase(name.codePointAt(0)) && product.recurs(name);
    }

    static boolean isAnybody(String speaker) {
        for (String article : ARTICLES) {
            if (speaker.regionMatches(true, 0, article, 0, article.length()) || speaker.contains(", " + article)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the last thing said of a speaker is where they work: `VP Operations at Acme`, `CTO, Acme Corp.`
    private boolean namesOrganisation(String speaker) {
        if (speaker.lastIndexOf(" at ") > 0) {
            return true;
        }
        int comma = speaker.lastIndexOf(", ");
        if (comma < 0 || comma + 2 >= speaker.length()) {
            return false;
        }
        Cues.Found role = cues.in(speaker.substring(comma + 2));
        return !role.has(Cues.Kind.LEADER) && !role.has(Cues.Kind.CUSTOMER);
    }
}
