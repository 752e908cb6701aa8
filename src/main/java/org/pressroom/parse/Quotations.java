package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.BlockKind;

import java.util.ArrayList;
import java.util.List;

/// Tells a leader's words from a customer's: by the speaker's office or role, by whether the speaker belongs to who
/// announces the product or to somebody else, and by how they speak of it.
final class Quotations {

    private static final int MOST = 2;

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
        int weight = 2 * Math.min(MOST, role.count(Cues.Kind.LEADER)) - 2 * Math.min(MOST, role.count(Cues.Kind.CUSTOMER))
            + Math.min(MOST, words.count(Cues.Kind.LEADER_SPEECH)) - Math.min(MOST, words.count(Cues.Kind.CUSTOMER_SPEECH));
        if (said.speaker() == null) {
            return weight;
        }
        return weight + belonging(said.speaker());
    }

    /// Whether a speaker belongs to who announces, or to another organisation.
    private int belonging(String speaker) {
        String announcer = product.announcer();
        if (announcer != null && speaker.contains(announcer)) {
            return MOST + 1;
        }
        if (product.first(speaker) >= 0) {
            return 1;
        }
        return announcer != null && namesOrganisation(speaker) ? -MOST - 1 : 0;
    }

    /// Whether the last thing said of a speaker is where they work: `VP Operations at Acme`, `CTO, Acme Corp.`
    private boolean namesOrganisation(String speaker) {
        int at = speaker.lastIndexOf(" at ");
        if (at > 0) {
            return true;
        }
        int comma = speaker.lastIndexOf(", ");
        if (comma < 0 || comma + 2 >= speaker.length()) {
            return false;
        }
        String last = speaker.substring(comma + 2);
        Cues.Found role = cues.in(last);
        return !role.has(Cues.Kind.LEADER) && !role.has(Cues.Kind.CUSTOMER);
    }
}
