package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Kind;
import org.pressroom.config.PartForm;
import org.pressroom.model.Audience;
import org.pressroom.model.Block;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Document;
import org.pressroom.model.FaqGroup;
import org.pressroom.source.LineSpan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// A document's blocks arranged for its page: runs of press release, FAQ, notes and other prose, with a table of
/// contents.
///
/// Headings are levelled so that none skips a level, whatever the author's levels: readers with a screen reader move by
/// them.
final class Sections {

    private enum Area {
        RELEASE, FAQ, PROSE, FOOTNOTES;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A block with its model.
    record Shown(Block block, Map<String, Object> model) { }

    /// A section with its model.
    ///
    /// @param kind `release`, `faq`, `prose` or `footnotes`
    record Section(String kind, Map<String, Object> model, List<Shown> blocks) { }

    private final Document document;
    private final Kind kind;
    private @Nullable String part;
    private final LinkHtml links;
    private final Messages messages;
    private final Set<String> anchors;
    /// With which number the search for a free anchor goes on.
    private final Map<String, Integer> next = new HashMap<>();
    /// Groups of questions that say who asks, by their lines.
    private final NavigableMap<Integer, FaqGroup> audiences = new TreeMap<>();
    private final Set<Area> seen = new HashSet<>();
    private final Deque<Integer> levels = new ArrayDeque<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<Map<String, Object>> contents = new ArrayList<>();
    private final Map<Block, String> anchorOf = new IdentityHashMap<>();

    private Sections(Document document, Kind kind, LinkHtml links, Messages messages) {
        this.document = document;
        this.kind = kind;
        this.links = links;
        this.messages = messages;
        this.anchors = new HashSet<>(document.anchors());
        document.faq().groups().stream().filter(group -> group.audience() != Audience.OTHER)
            .forEach(group -> audiences.putIfAbsent(group.line(), group));
    }

    static Sections of(Document document, Kind kind, LinkHtml links, Messages messages) {
        Sections sections = new Sections(document, kind, links, messages);
        List<Block> blocks = document.blocks();
        for (int from = 0, to; from < blocks.size(); from = to) {
            Area area = sections.areaOf(blocks.get(from));
            for (to = from + 1; to < blocks.size() && sections.areaOf(blocks.get(to)) == area; ) {
                to++;
            }
            sections.add(area, blocks.subList(from, to));
        }
        return sections;
    }

    List<Section> all() {
        return sections;
    }

    /// Models of the sections, in the order of the page.
    List<Map<String, Object>> models() {
        return sections.stream().map(Section::model).toList();
    }

    /// Which section, one-based, is the press release; 0 when none is.
    int firstRelease() {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).kind().equals(Area.RELEASE.label())) {
                return i + 1;
            }
        }
        return 0;
    }

    /// Models of the entries in the table of contents.
    List<Map<String, Object>> contents() {
        return contents;
    }

    /// The fragment that a block has on the page; null when it has none.
    @Nullable String anchorOf(Block block) {
        return anchorOf.get(block);
    }

    private Area areaOf(Block block) {
        return switch (block.kind()) {
            case QUESTION, FAQ_GROUP -> Area.FAQ;
            case FOOTNOTES -> Area.FOOTNOTES;
            case HEADLINE, SUBHEADING, DATELINE, PROBLEM, SOLUTION, LEADER_QUOTE, HOW_IT_WORKS, CUSTOMER_QUOTE,
                CALL_TO_ACTION -> document.prfaq() ? Area.RELEASE : Area.PROSE;
            case PROSE, HEADING -> document.prfaq() && within(document.pressRelease().lines(), block) ? Area.RELEASE
                : within(document.faq().lines(), block) ? Area.FAQ : Area.PROSE;
        };
    }

    private static boolean within(@Nullable LineSpan lines, Block block) {
        return lines != null && lines.contains(block.lines().from());
    }

    private void add(Area area, List<Block> blocks) {
        Fields section = new Fields().put("kind", area.label());
        List<Block> rest = blocks;
        levels.clear();
        boolean titled = area == Area.RELEASE || area == Area.FAQ;
        if (titled) {
            Block first = blocks.getFirst();
            boolean ownTitle = first.kind() == BlockKind.HEADING && first.html().isEmpty() && blocks.size() > 1;
            if (ownTitle || seen.add(area)) {
                String title = ownTitle ? first.title() : messages.text("section." + area.label());
                String anchor = ownTitle && first.anchor() != null ? first.anchor() : free(area.label());
                section.put("titleHtml", ownTitle ? links.resolve(first.titleHtml()) : escape(title))
                    .put("anchor", anchor);
                contents.add(content(title, anchor, 1));
            }
            rest = ownTitle ? blocks.subList(1, blocks.size()) : blocks;
        }
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < rest.size(); i++) {
            shown.add(new Shown(rest.get(i), block(rest.get(i), titled ? 2 : 1, questionsIn(rest, i))));
        }
        if (area == Area.FAQ) {
            section.put("questions", (int) rest.stream().filter(b -> b.kind() == BlockKind.QUESTION).count());
        }
        section.put("blocks", shown.stream().map(Shown::model).toList());
        sections.add(new Section(area.label(), section.map(), shown));
    }

    /// How many questions stand in a group; 0 of what is not a group.
    private static int questionsIn(List<Block> blocks, int group) {
        if (blocks.get(group).kind() != BlockKind.FAQ_GROUP) {
            return 0;
        }
        int count = 0;
        for (int i = group + 1; i < blocks.size() && blocks.get(i).kind() != BlockKind.FAQ_GROUP; i++) {
            count += blocks.get(i).kind() == BlockKind.QUESTION ? 1 : 0;
        }
        return count;
    }

    private Map<String, Object> block(Block block, int base, int questions) {
        Fields model = new Fields().put("kind", block.kind().label());
        putPart(model, block);
        switch (block.kind()) {
            case QUESTION -> {
                model.put("titleHtml", PlainText.of(links.withoutLinks(block.titleHtml()))).put("html", html(block));
                String anchor = anchor(block, "q");
                model.put("anchor", anchor).put("fragment", Href.of(anchor));
            }
            case HEADING, FAQ_GROUP -> {
                int level = level(block.level(), base);
                String anchor = anchor(block, "section");
                model.put("titleHtml", links.resolve(block.titleHtml())).put("html", html(block)).put("level", level)
                    .put("anchor", anchor);
                if (block.kind() == BlockKind.FAQ_GROUP) {
                    model.put("audience", audience(block)).put("questions", questions);
                }
                if (level <= 3) {
                    contents.add(content(block.title(), anchor, level - 1));
                }
            }
            case PROBLEM, SOLUTION, LEADER_QUOTE, HOW_IT_WORKS, CUSTOMER_QUOTE, CALL_TO_ACTION -> {
                String label = block.title().isBlank()
                    ? messages.text("part." + block.kind().label()) : label(block.title());
                String anchor = anchor(block, block.kind().label());
                model.put("label", label).put("named", !block.title().isBlank()).put("html", html(block))
                    .put("level", block.level() > 0 ? level(block.level(), base) : base + 1).put("anchor", anchor);
                contents.add(content(label, anchor, 2));
            }
            case HEADLINE -> model.put("titleHtml", links.resolve(block.titleHtml())).put("html", html(block))
                .put("level", block.level() > 0 ? level(block.level(), base) : base + 1).put("anchor", block.anchor());
            case SUBHEADING, DATELINE, PROSE, FOOTNOTES -> model.put("titleHtml", links.resolve(block.titleHtml()))
                .put("html", html(block)).put("anchor", block.anchor());
        }
        return model.map();
    }

    /// Says of the block that begins a part of the document's own kind which part it is, and what it stands for.
    private void putPart(Fields model, Block block) {
        String name = block.part();
        if (name != null && !name.equals(part)) {
            model.put("part", name).put("role", kind.parts().stream().filter(form -> form.name().equals(name)).findFirst()
                .map(PartForm::role).orElse(null));
        }
        part = name;
    }

    private String html(Block block) {
        return links.resolve(block.html());
    }

    /// A label without the mark that leads over to its text.
    private static String label(String title) {
        String label = title.strip();
        return label.length() > 1 && ":.：。".indexOf(label.charAt(label.length() - 1)) >= 0
            ? label.substring(0, label.length() - 1).strip() : label;
    }

    private int level(int written, int base) {
        while (!levels.isEmpty() && levels.peek() >= written) {
            levels.pop();
        }
        levels.push(written);
        return Math.min(6, base + levels.size());
    }

    private @Nullable String audience(Block group) {
        Map.Entry<Integer, FaqGroup> first = audiences.ceilingEntry(group.lines().from());
        if (first == null || !group.lines().contains(first.getKey())) {
            return null;
        }
        FaqGroup its = first.getValue();
        String word = messages.text("audience." + its.audience().label());
        return its.title().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)) ? null : word;
    }

    private String anchor(Block block, String otherwise) {
        String anchor = block.anchor() != null ? block.anchor() : free(otherwise);
        anchorOf.put(block, anchor);
        return anchor;
    }

    /// A fragment that nothing else on the page has.
    private String free(String wanted) {
        String anchor = wanted;
        int n = next.getOrDefault(wanted, 2);
        while (!anchors.add(anchor)) {
            anchor = wanted + "-" + n++;
        }
        next.put(wanted, n);
        return anchor;
    }

    private static Map<String, Object> content(String title, String anchor, int level) {
        return new Fields().put("title", PlainText.cut(label(title), 120)).put("fragment", Href.of(anchor))
            .put("level", level).map();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
