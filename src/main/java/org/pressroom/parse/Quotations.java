package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.BlockKind;

import java.util.ArrayList;
import java.util.List;

/// Tells a leader's words from a customer's: by the speaker's office or role, by whether the speaker belongs to who
/// announces the product or to somebody else, and by how they speak of it.
final class Quotations {

    private static final int MOST = 2;
    /// Before what somebody is, when they are one of many.
    private static final List<String> ARTICLES = List.of(", a ", ", an ", ", one of ", ", ein ", ", eine ", ", un ", ", une ", ", una ", ", um ", ", uma ");

    private final Cues cues;
    private final ProductName product;
    private boolean leaderNamed;
    private boolean customerNamed;

    /// @param leaderNamed   whether the author named a leader's quotation
    /// @param customerNamed whether the author named a customer's
    Quotations(Cues cues, ProductName product, boolean leaderNamed, boolean customerNamed) {
        this.cues = cues;
        this.product = product;
        this.leaderNamed = leaderNamed;
        this.customerNamed = customerNamed;
    }

    /// What a quotation is known by.
    ///
    /// @param speaker who speaks; all that is not speech when that isn't clear
    record Said(@Nullable String speaker, String around, String words) { }

    /// The sides of quotations, in the order of the document.
    List<BlockKind> sides(List<Said> quotations) {
        List<Integer> weights = quotations.stream().map(this::weight).toList();
        List<BlockKind> sides = new ArrayList<>();
        int greatest = weights.stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int weight : weights) {
            // Where nothing tells, the first of several leads.
            boolean first = weight == 0 && !leaderNamed && (customerNamed || weights.size() > 1 && greatest <= 0);
            boolean leads = weight > 0 || first;
            leaderNamed |= leads;
            customerNamed |= !leads;
            sides.add(leads ? BlockKind.LEADER_QUOTE : BlockKind.CUSTOMER_QUOTE);
        }
        return sides;
    }

    /// Above zero for a leader, below for a customer.
    int weight(Said said) {
        String who = said.speaker() == null ? said.around() : said.speaker();
        Cues.Found role = cues.in(who);
        Cues.Found words = cues.in(said.words());
        int leads = Math.min(MOST, role.count(Cues.Kind.LEADER));
        // The head of customer care is no customer.
        int uses = leads > 0 ? 0 : Math.min(MOST, role.count(Cues.Kind.CUSTOMER));
        int weight = 2 * (leads - uses) + Math.min(MOST, words.count(Cues.Kind.LEADER_SPEECH)) - Math.min(MOST, words.count(Cues.Kind.CUSTOMER_SPEECH));
        return said.speaker() == null ? weight : weight + belonging(said.speaker());
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

    private static boolean isAnybody(String speaker) {
        for (String article : ARTICLES) {
            if (speaker.contains(article)) {
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
