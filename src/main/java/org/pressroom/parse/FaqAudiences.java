package org.pressroom.parse;

import org.pressroom.model.Audience;
import org.pressroom.model.BlockKind;
import org.pressroom.model.FaqGroup;

import java.util.ArrayList;
import java.util.List;

/// Settles whose questions a group holds when neither its title nor a heading above says so: by who would ask them.
///
/// "How do I", "my", "does it support" is a customer; "how will we", "our", risks, revenue, measures of success are colleagues.
/// Where the questions don't tell, a technical title beside groups for customers is internal, and anything else is external.
final class FaqAudiences {

    private final Cues cues;

    private FaqAudiences(Cues cues) {
        this.cues = cues;
    }

    static List<FaqGroup> settle(List<FaqGroup> groups, List<Section> sections, Cues cues) {
        if (groups.stream().noneMatch(g -> g.audience() == Audience.OTHER)) {
            return groups;
        }
        FaqAudiences audiences = new FaqAudiences(cues);
        boolean external = groups.stream().anyMatch(g -> g.audience() == Audience.EXTERNAL);
        List<List<String>> asked = groups.stream().map(_ -> (List<String>) new ArrayList<String>()).toList();
        for (Section section : sections) {
            if (section.kind == BlockKind.QUESTION && section.group != null) {
                asked.get(section.group).add(section.title);
            }
        }
        List<FaqGroup> settled = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            FaqGroup group = groups.get(i);
            List<String> questions = asked.get(i);
            settled.add(group.audience() != Audience.OTHER || questions.isEmpty() ? group
                : new FaqGroup(group.title(), group.line(), audiences.of(group.title(), questions, external)));
        }
        return settled;
    }

    private Audience of(String title, List<String> questions, boolean external) {
        int inside = 0;
        int outside = 0;
        for (String question : questions) {
            int weight = weight(question);
            inside += weight < 0 ? 1 : 0;
            outside += weight > 0 ? 1 : 0;
        }
        if (inside != outside) {
            return inside > outside ? Audience.INTERNAL : Audience.EXTERNAL;
        }
        boolean technical = cues.in(title).has(Cues.Kind.TECHNICAL) || Cues.of("en").in(title).has(Cues.Kind.TECHNICAL);
        return external && technical ? Audience.INTERNAL : Audience.EXTERNAL;
    }

    /// Above zero for a question that a customer asks, below for a colleague's.
    private int weight(String question) {
        Cues.Found found = cues.in(question);
        return Integer.compare(found.count(Cues.Kind.ASKS_EXTERNAL), found.count(Cues.Kind.ASKS_INTERNAL));
    }
}
