package org.pressroom.parse;

import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Carrier;
import org.pressroom.parse.Section.Region;
import org.pressroom.parse.Unit.Shape;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Cuts the sections of a document anew where its blocks turned out to be parts. For one document and thread.
///
/// What an author named keeps its name, unless nothing in it is what the name says and something else is: a list of `Benefits`
/// beside the paragraph that tells the solution. Out of a part that was named other parts are taken.
final class Recut {

    private static final int PROBE = 20;

    private final SourceText source;
    private final List<Unit> units;
    private final Labeller.Labels labels;
    private final Sides sides;
    private final Map<Section, List<Integer>> bySection = new IdentityHashMap<>();
    private final List<Section> result = new ArrayList<>();
    private final Set<Role> placed = EnumSet.noneOf(Role.class);
    /// The section that is being filled; null when the next block begins another.
    private @Nullable Section current;

    /// Whose words a unit's are.
    interface Sides {
        Role of(int unit);

        /// Whether a speaker is quoted at length in what else tells something.
        @Nullable BareParagraph quotedIn(int unit);
    }

    Recut(SourceText source, List<Unit> units, Labeller.Labels labels, Sides sides) {
        this.source = source;
        this.units = units;
        this.labels = labels;
        this.sides = sides;
        for (int i = 0; i < units.size(); i++) {
            Section section = units.get(i).section();
            if (section != null) {
                bySection.computeIfAbsent(section, _ -> new ArrayList<>()).add(i);
            }
            if (!units.get(i).isHeading() || !role(i).reaches()) {
                placed.add(role(i));
            }
        }
    }

    private Role role(int unit) {
        return labels.roles()[unit];
    }

    List<Section> cut(List<Section> sections) {
        for (Section section : sections) {
            List<Integer> own = bySection.get(section);
            current = null;
            if (own == null) {
                result.add(section);
            } else if (section.kind == BlockKind.PROSE) {
                prose(section, own);
            } else if (section.label != null) {
                named(section, own);
            } else {
                titled(section, own);
            }
        }
        return result;
    }

    // ---- headings and labelled lines

    private void titled(Section section, List<Integer> own) {
        Role role = role(own.getFirst());
        boolean line = role == Role.HEADLINE || role == Role.SUBHEADING || role == Role.DATELINE;
        Section last = result.isEmpty() ? null : result.getLast();
        if (section.kind == BlockKind.HEADING && line) {
            result.add(section.as(role.kind(), Region.PRESS_RELEASE));
        } else if (section.kind == BlockKind.HEADING && role != Role.OTHER && !labels.begins()[own.getFirst()] && last != null && last.kind == role.kind()
                && last.carrier == Carrier.BARE && section.titleNode != null && section.level > 0) {
            last.add(section.titleNode, LineSpan.of(section.titleLine));
            continuing = last;
        } else {
            Role named = Role.of(section.kind);
            boolean another = named != null && named != role && placed.contains(named);
            result.add(another ? section.as(BlockKind.HEADING, section.region) : section);
        }
    }

    /// A part that goes on behind a heading inside it.
    private @Nullable Section continuing;

    // ---- parts that their author named

    private void named(Section section, List<Integer> own) {
        Role role = Role.of(section.kind);
        boolean quote = section.label == Label.QUOTE;
        if (quote) {
            quote(section, own);
            return;
        }
        if (units.get(own.getFirst()).isHeading() && isLine(role(own.getFirst()))) {
            unnamed(section, own);
            return;
        }
        boolean fits = role == null || !placed.contains(role) || own.stream().anyMatch(i -> role(i) == role);
        if (!fits) {
            unnamed(section, own);
            return;
        }
        Section part = section.withoutBody();
        part.label = section.label;
        part.dated = section.dated;
        if (section.rest != null && section.runIn) {
            part.extend(section.body.isEmpty() ? section.lines() : LineSpan.of(section.titleLine));
        }
        result.add(part);
        Section into = part;
        boolean left = false;
        Map<Integer, Integer> byBody = byBody(own);
        for (int body = 0; body < section.body.size(); body++) {
            Integer unit = byBody.get(body);
            Role is = unit == null ? Role.OTHER : role(unit);
            boolean leaves = unit != null && body > 0 && is.reaches() && is != role && into.kind != is.kind();
            boolean stays = unit != null && is.reaches() && into.kind == is.kind() && !labels.begins()[unit];
            if (leaves || left && !stays && into.kind != BlockKind.PROSE) {
                into = Section.inferred(leaves ? is.kind() : BlockKind.PROSE, section.region, section.bodyLineSpans().get(body).from(), null, 0);
                into.aside = section.aside;
                result.add(into);
                left = true;
            }
            into.add(section.body.get(body), section.bodyLineSpans().get(body));
            if (unit != null) {
                quoting(into, unit);
            }
        }
    }

    private Map<Integer, Integer> byBody(List<Integer> own) {
        Map<Integer, Integer> byBody = new HashMap<>();
        for (int i : own) {
            byBody.putIfAbsent(units.get(i).body(), i);
        }
        return byBody;
    }

    /// An author's `Quote`: whose words, the labeller tells; several under one heading are told apart.
    private void quote(Section section, List<Integer> own) {
        if (section.body.size() > 1 && section.rest == null) {
            unnamed(section, own);
        } else {
            int told = own.getLast();
            Role role = role(told) == Role.LEADER_QUOTE || role(told) == Role.CUSTOMER_QUOTE ? role(told) : sides.of(told);
            result.add(section.as(role.kind(), section.region));
        }
    }

    /// A section whose name is no more than a heading.
    private void unnamed(Section section, List<Integer> own) {
        if (section.rest != null && section.rest.getParent() != null) {
            Role role = role(own.getFirst());
            current = begin(role, section, section.titleLine, null, 0);
            current.add(section.rest.getParent(), section.body.isEmpty() ? section.lines() : LineSpan.of(section.titleLine));
            quoting(current, own.getFirst());
        } else {
            Role role = role(own.getFirst());
            Section heading = section.as(isLine(role) ? role.kind() : BlockKind.HEADING, section.region).withoutBody();
            result.add(heading);
        }
        Map<Integer, Integer> byBody = byBody(own);
        for (int body = 0; body < section.body.size(); body++) {
            block(section, body, byBody.get(body));
        }
    }

    // ---- prose

    private void prose(Section section, List<Integer> own) {
        int at = 0;
        if (continuing != null) {
            current = continuing;
            continuing = null;
        }
        for (int body = 0; body < section.body.size(); body++) {
            int first = at;
            while (at < own.size() && units.get(own.get(at)).body() == body) {
                at++;
            }
            List<Integer> pieces = own.subList(first, at);
            if (pieces.isEmpty()) {
                block(section, body, null);
            } else if (units.get(pieces.getFirst()).piece() == null) {
                whole(section, body, pieces.getFirst());
            } else if (units.get(pieces.getFirst()).shape() == Shape.RUN_IN) {
                runIn(section, body, pieces.getFirst(), pieces.getLast());
            } else {
                lines(section, body, pieces);
            }
        }
        if (!result.isEmpty() && section.dated != null && result.getLast().dated == null) {
            for (Section cut : result) {
                if (cut.lines().contains(section.titleLine) || cut.lines().from() >= section.titleLine) {
                    cut.dated = section.dated;
                    break;
                }
            }
        }
    }

    private Section begin(Role role, Section of, int line, @Nullable Node rest, int restOffset) {
        Region region = role != Role.OTHER && of.region == Region.OTHER ? Region.PRESS_RELEASE : of.region;
        Section section = Section.inferred(role.kind(), region, line, rest, restOffset);
        section.aside = of.aside;
        result.add(section);
        return section;
    }

    private static boolean isLine(Role role) {
        return role == Role.HEADLINE || role == Role.SUBHEADING || role == Role.DATELINE;
    }

    private void whole(Section section, int body, int unit) {
        Unit block = units.get(unit);
        if (isLine(role(unit)) && block.node() != null) {
            line(section, role(unit), block.lines().from(), block.node(), block.text());
        } else {
            block(section, body, unit);
        }
    }

    private void line(Section of, Role role, int line, @Nullable Node node, String text) {
        Section section = Section.line(role == Role.OTHER ? BlockKind.HEADING : role.kind(), of.region == Region.OTHER ? Region.PRESS_RELEASE : of.region, line, node, text);
        section.aside = of.aside;
        result.add(section);
        current = null;
    }

    /// A block that is nothing by itself, or belongs to a part.
    private void block(Section section, int body, @Nullable Integer unit) {
        LineSpan lines = section.bodyLineSpans().get(body);
        Role role = unit == null ? current == null ? Role.OTHER : roleOf(current) : role(unit);
        boolean begins = unit != null && labels.begins()[unit];
        Section into = current;
        if (into == null || begins || into.kind != role.kind()) {
            into = begin(role, section, lines.from(), null, 0);
            current = into;
        }
        into.add(section.body.get(body), lines);
        if (unit != null) {
            quoting(into, unit);
        }
    }

    private static Role roleOf(Section section) {
        Role role = Role.of(section.kind);
        return role == null ? Role.OTHER : role;
    }

    private void runIn(Section section, int body, int dateline, int news) {
        Unit head = units.get(dateline);
        Unit.Piece behind = units.get(news).piece();
        Unit.Piece before = head.piece();
        if (!isLine(role(dateline)) || before == null || before.line() == null || behind == null || behind.rest() == null) {
            block(section, body, news);
            return;
        }
        line(section, role(dateline), head.lines().from(), head.node(), Section.withoutDash(head.text()));
        rest(section, body, news, behind.rest());
    }

    private void rest(Section section, int body, int unit, Lines.Cut cut) {
        LineSpan lines = section.bodyLineSpans().get(body);
        int from = units.get(unit).shape() == Shape.LINE ? units.get(unit).lines().from() : lines.from();
        current = begin(role(unit), section, from, cut.node(), cut.offset());
        current.extend(new LineSpan(from, lines.to()));
        quoting(current, unit);
    }

    /// Lines of a paragraph: parts of the opening each by itself, up to the first that is more.
    private void lines(Section section, int body, List<Integer> pieces) {
        int last = -1;
        for (int i = 0; i < pieces.size(); i++) {
            last = isLine(role(pieces.get(i))) ? i : last;
        }
        if (last < 0) {
            int told = pieces.stream().filter(i -> role(i) != Role.OTHER).findFirst().orElse(pieces.getFirst());
            block(section, body, told);
            return;
        }
        for (int i = 0; i <= last; i++) {
            Unit unit = units.get(pieces.get(i));
            Role role = isLine(role(pieces.get(i))) ? role(pieces.get(i)) : Role.OTHER;
            line(section, role, unit.lines().from(), unit.node(), unit.text());
        }
        if (last + 1 < pieces.size()) {
            int next = pieces.get(last + 1);
            Unit.Piece piece = units.get(next).piece();
            if (piece != null && piece.line() != null) {
                rest(section, body, next, new Lines.Cut(piece.line().first(), piece.line().first().getStartOffset()));
            }
        }
    }

    // ---- quotations inside

    /// Notes who is quoted in the middle of a paragraph.
    private void quoting(Section into, int unit) {
        BareParagraph paragraph = sides.quotedIn(unit);
        if (paragraph == null || into.spoken != null || into.kind == BlockKind.LEADER_QUOTE || into.kind == BlockKind.CUSTOMER_QUOTE) {
            return;
        }
        String text = paragraph.text();
        Quoted.Range first = paragraph.speech().getFirst();
        into.spoken = new Section.Spoken(sides.of(unit).kind(), linesFrom(paragraph, text.substring(first.from(), Math.min(text.length(), first.from() + PROBE))),
            text.substring(first.from()));
    }

    /// The lines of a paragraph from where some of its words stand; all of them when markup hides the words.
    private LineSpan linesFrom(BareParagraph paragraph, String words) {
        LineSpan lines = paragraph.lines();
        int start = source.lines().startOf(lines.from());
        int at = source.text().indexOf(words, start);
        return at < 0 || at > source.lines().endOf(lines.to()) ? lines : new LineSpan(source.lines().lineAt(at), lines.to());
    }
}
