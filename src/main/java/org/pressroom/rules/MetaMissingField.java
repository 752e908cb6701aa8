package org.pressroom.rules;

import org.pressroom.config.Vocabulary;
import org.pressroom.diagnostic.Position;
import org.pressroom.model.Document;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.parse.MetadataField;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.source.LineSpan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A key that every document must have, by default `title` and `status`.
///
/// A heading is title enough. Front matter that can't be read has a
/// finding of its own, and what is no PR/FAQ and says nothing of itself is left alone.
final class MetaMissingField implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.error("meta-missing-field", Category.METADATA);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        ParseOutcome.Parsed parsed = manuscript.parsed();
        boolean unreadable =
            parsed.notices().stream().anyMatch(notice -> notice.rule().equals(MetaFrontMatterUnreadable.INFO.id()));
        boolean silent = manuscript.configuration().kind().prfaq() && parsed.raw().carrier() == MetadataCarrier.NONE && !parsed.document().prfaq();
        if (unreadable || silent) {
            return;
        }
        Vocabulary vocabulary = manuscript.configuration().vocabulary();
        List<MetadataField> fields = manuscript.fields();
        for (String key : required(manuscript)) {
            List<MetadataField> written = fields.stream()
                .filter(f -> f.path().equals(key) || f.path().startsWith(key + ".")).toList();
            boolean titled = key.equals("title") && headingIsTitle(parsed);
            if (written.stream().noneMatch(MetadataField::present) && !titled) {
                Optional<Position> empty = written.stream().findFirst().map(field -> reporter.at(field.keySpan()));
                reporter.report(empty.orElseGet(() -> place(parsed, reporter)),
                    empty.isPresent() ? "the key `" + key + "` has no value" : "the metadata has no `" + key + "`",
                    advice(key, parsed.raw().carrier(), vocabulary));
            }
        }
    }

    private static Set<String> required(Manuscript manuscript) {
        Set<String> required = new LinkedHashSet<>(manuscript.configuration().vocabulary().required());
        String status = manuscript.document().metadata().status();
        if (status != null) {
            required.addAll(manuscript.configuration().conventions().requiredFor().getOrDefault(status, List.of()));
        }
        return required;
    }

    private static boolean headingIsTitle(ParseOutcome.Parsed parsed) {
        Document document = parsed.document();
        String file = document.path().fileName();
        return !document.title().isBlank() && !document.title().equals(file)
            && !file.startsWith(document.title() + ".");
    }

    private static Position place(ParseOutcome.Parsed parsed, Reporter reporter) {
        LineSpan lines = parsed.raw().lines();
        return reporter.atLine(lines == null ? 1 : lines.from());
    }

    private static String advice(String key, MetadataCarrier carrier, Vocabulary vocabulary) {
        String example = switch (key) {
            case "status" -> "status: " + vocabulary.statuses().getFirst();
            case "title" -> "title: The idea's name";
            default -> key + ": …";
        };
        String choice = key.equals("status") ? " (" + String.join(", ", vocabulary.statuses()) + ")" : "";
        return switch (carrier) {
            case NONE, SIDECAR, FILE_NAME, FOLDER, DEFAULTS -> "begin the file with front matter: a line `---`, then `" + example + "`, then `---`" + choice;
            case TOML -> "add a line `" + key + " = \"" + example.substring(key.length() + 2) + "\"` to the front matter" + choice;
            case LINES -> "add a line `" + example.substring(0, 1).toUpperCase(Locale.ROOT) + example.substring(1) + "` below the title" + choice;
            case SECTION -> "add a section `## " + key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1) + "`" + choice;
            case YAML -> "add a line `" + example + "` to the front matter" + choice;
            case JBAKE -> "add a line `" + example.replace(": ", "=") + "` to the header" + choice;
            case TABLE -> "add a row `| " + example.replace(": ", " | ") + " |` to the table" + choice;
            case LIST -> "add a line `- " + example + "` to the list" + choice;
            case BLOCKQUOTE -> "add a line `> " + example + "` to the quotation" + choice;
        };
    }
}
