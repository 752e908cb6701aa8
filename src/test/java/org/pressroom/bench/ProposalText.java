package org.pressroom.bench;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Writes a document as it was at one of its revisions. For one thread.
///
/// Later revisions have more questions and another status; what stood there before stays as it was.
final class ProposalText {

    private static final String[] PARTS = {"Problem", "Solution", "Leader quote", "How it works", "Customer quote", "Getting started"};

    private final Proposal proposal;
    private final List<Proposal> others;
    private final RandomGenerator random;
    private final Prose prose;
    private final StringBuilder out = new StringBuilder(12_000);

    private ProposalText(Proposal proposal, List<Proposal> others, Vocabulary vocabulary, RandomGenerator random) {
        this.proposal = proposal;
        this.others = others;
        this.random = random;
        this.prose = new Prose(vocabulary, random);
    }

    /// @param others    earlier documents, to be linked
    /// @param revision  from 1
    /// @param revisions that there will be
    static String write(Proposal proposal, List<Proposal> others, Vocabulary vocabulary, long seed, int revision, int revisions) {
        ProposalText text = new ProposalText(proposal, others, vocabulary, Proposal.random(seed, proposal.number(), 2));
        text.write(revision, revisions);
        return text.out.toString();
    }

    private void write(int revision, int revisions) {
        String status = revision == revisions ? proposal.status() : revision == 1 ? "draft" : "in-review";
        metadata(status);
        if (proposal.style().japanese()) {
            new JapaneseText(random, out).write(3 + proposal.questions() / 2);
            return;
        }
        release();
        faq(Math.max(2, proposal.questions() * (revision + revisions) / (2 * revisions)));
        if (random.nextInt(5) == 0) {
            out.append("\n[^1]: ").append(prose.sentence(12)).append('\n');
        }
    }

    private void metadata(String status) {
        String title = proposal.title();
        switch (proposal.style().metadata()) {
            case YAML -> {
                yaml(status);
                out.append("\n# ").append(title).append("\n\n");
            }
            case JBAKE -> out.append("id=").append(proposal.id()).append("\ntitle=").append(title).append("\nstatus=").append(status)
                .append("\ntags=").append(String.join(",", proposal.tags())).append("\nauthor=").append(proposal.authors().getFirst())
                .append("\n~~~~~~\n\n# ").append(title).append("\n\n");
            case TABLE -> {
                out.append("# ").append(title).append("\n\n| | |\n|---|---|\n");
                pairs(status, "| **", "** | ", " |\n");
            }
            case LIST -> {
                out.append("# ").append(title).append("\n\n");
                pairs(status, "- **", ":** ", "\n");
            }
            case QUOTE -> {
                out.append("# ").append(title).append("\n\n");
                pairs(status, "> **", ":** ", "  \n");
            }
        }
    }

    private void pairs(String status, String before, String between, String after) {
        out.append(before).append("Status").append(between).append(status).append(after);
        out.append(before).append("Author").append(between).append(proposal.authors().getFirst()).append(after);
        out.append(before).append("Team").append(between).append(proposal.team()).append(after);
        out.append(before).append("Created").append(between).append(proposal.created()).append(after).append('\n');
    }

    private void yaml(String status) {
        out.append("---\nid: \"").append(proposal.id()).append("\"\ntitle: ").append(proposal.title()).append("\nstatus: ").append(status);
        if (random.nextBoolean()) {
            out.append("\nsummary: \"").append(prose.sentence(14).replace("\"", "").replace("\\", "")).append('"');
        }
        out.append("\nauthors: [").append(String.join(", ", proposal.authors())).append("]\nsponsor: ").append(proposal.sponsor())
            .append("\nteam: ").append(proposal.team()).append("\ntags: [").append(String.join(", ", proposal.tags()))
            .append("]\ncreated: ").append(proposal.created()).append('\n');
        if (proposal.style().restricted()) {
            out.append("visibility: restricted\n");
        }
        if (List.of("approved", "declined", "deferred").contains(status)) {
            out.append("reviews:\n  - {date: ").append(proposal.created().plusDays(40)).append(", reviewers: [").append(proposal.sponsor())
                .append("], decision: revise}\ndecision:\n  date: ").append(proposal.created().plusDays(90)).append("\n  deciders: [")
                .append(proposal.sponsor()).append(']').append(status.equals("approved") ? "" : "\n  reason: too-small")
                .append("\n  text: \"").append(prose.noun()).append(' ').append(prose.noun()).append("\"\n");
        }
        if (status.equals("approved")) {
            String[] outcomes = {"planned", "building", "launched", "cancelled"};
            String outcome = outcomes[random.nextInt(outcomes.length)];
            out.append("outcome: ").append(outcome).append('\n');
            if (outcome.equals("launched")) {
                out.append("launched: ").append(proposal.created().plusDays(200)).append("\nresult: mixed\n");
            }
        }
        if (!others.isEmpty() && random.nextInt(6) == 0) {
            out.append("related: [\"").append(other().id()).append("\"]\n");
        }
        out.append("---\n");
    }

    private Proposal other() {
        return others.get(random.nextInt(others.size()));
    }

    private void release() {
        if (random.nextBoolean()) {
            out.append('*').append(prose.sentence(12)).append("*\n\n");
        }
        if (random.nextInt(4) > 0) {
            out.append("## Press Release\n\n");
        }
        String city = prose.name();
        out.append("**").append(city.toUpperCase(Locale.ROOT)).append(" \u2014 ").append(proposal.created().plusDays(300)).append("** \u2014 ");
        String customer = prose.name();
        for (int part = 0; part < PARTS.length; part++) {
            String text = switch (part) {
                case 2 -> "\u201c" + prose.paragraph(30) + "\u201d said " + proposal.sponsor() + ", head of " + proposal.team() + ".";
                case 4 -> "> \u201c" + prose.paragraph(28) + "\u201d\n> \u2014 *" + customer + ", " + prose.noun() + "*";
                case 5 -> prose.paragraph(18);
                default -> prose.paragraph(85);
            };
            part(part, text);
        }
    }

    private void part(int part, String text) {
        // The first paragraph of a press release without labels runs on from the dateline.
        String label = switch (proposal.style().carrier()) {
            case HEADING -> (part == 0 ? prose.sentence(10) + "\n\n" : "") + "### " + PARTS[part] + "\n\n";
            case RUN_IN -> (part == 0 ? prose.sentence(10) + "\n\n" : "") + "**The " + PARTS[part].toLowerCase(Locale.ROOT) + ".** ";
            case LABEL -> (part == 0 ? prose.sentence(10) + "\n\n" : "") + "**" + PARTS[part] + ":**\n\n";
            case BARE -> "";
        };
        boolean quote = text.startsWith(">");
        out.append(quote && label.endsWith("** ") ? label.stripTrailing() + "\n\n" : label).append(text).append("\n\n");
    }

    private void faq(int questions) {
        out.append("## FAQ\n\n");
        int external = Math.max(1, questions / 3);
        int total = Math.max(questions, proposal.questions());
        int shown = 0;
        for (int i = 0; i < total; i++) {
            if (i == 0 || i == external) {
                heading(i == 0 ? "External FAQ" : "Internal FAQ", shown < questions);
            }
            int before = out.length();
            entry(i + 1);
            if (i >= questions) {
                // Not yet asked at this revision; drawn all the same, so that the rest stays as it is.
                out.setLength(before);
            }
            shown++;
        }
    }

    private void heading(String title, boolean shown) {
        if (shown) {
            out.append("### ").append(title).append("\n\n");
        }
    }

    private void entry(int number) {
        String question = prose.question();
        String answer = answer();
        switch (proposal.style().faq()) {
            case HEADING -> out.append("#### ").append(question).append("\n\n").append(answer).append("\n\n");
            case BOLD_Q -> out.append("**Q: ").append(question).append("**").append(number % 2 == 0 ? "\n" : "\n\nA: ").append(answer)
                .append("\n\n");
            case NUMBERED -> out.append("**C").append(number).append(". ").append(question).append("**\n\n").append(answer).append("\n\n");
            case LIST -> out.append("- **").append(question).append("**\n\n  ").append(answer.replace("\n", "\n  ").replace("\n  \n", "\n\n"))
                .append("\n\n");
            case QUOTE -> out.append("> ").append(question).append("\n\n- ").append(answer.replace("\n", "\n  ").replace("\n  \n", "\n\n"))
                .append("\n\n");
        }
    }

    private String answer() {
        String text = prose.paragraph(random.nextInt(30, 110));
        @Nullable String extra = switch (random.nextInt(30)) {
            case 0, 1 -> table();
            case 2 -> "```sql\nselect " + prose.noun() + ", count(*) from " + prose.noun() + "\nwhere " + prose.noun() + " > 12 group by 1\n```";
            case 3, 4 -> "1. " + prose.sentence(8) + "\n2. " + prose.sentence(9) + "\n3. " + prose.sentence(7);
            case 5, 6 -> "- " + prose.sentence(8) + "\n- " + prose.sentence(9) + "\n  - " + prose.sentence(7) + "\n- " + prose.sentence(6);
            case 7 -> "- [x] " + prose.sentence(6) + "\n- [ ] " + prose.sentence(6);
            case 8, 9 -> others.isEmpty() ? null
                : "See [" + other().title() + "](../" + other().fileBelowContent() + ") for " + prose.sentence(6);
            default -> null;
        };
        return extra == null ? text : text + "\n\n" + extra;
    }

    private String table() {
        StringBuilder table = new StringBuilder("| ").append(prose.noun()).append(" | ").append(prose.noun())
            .append(" | cost |\n|---|:---:|---:|");
        for (int row = random.nextInt(3, 9); row > 0; row--) {
            table.append("\n| ").append(prose.noun()).append(" | ").append(prose.sentence(4)).append(" | ").append(random.nextInt(10_000))
                .append(" |");
        }
        return table.toString();
    }
}
