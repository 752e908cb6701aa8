package org.pressroom.parse;

import org.pressroom.config.YamlValue;
import org.pressroom.model.LinkedText;
import org.pressroom.source.SourcePath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Documents as the metadata of another name them: by id, by a link, or in words as `ADR-7 and [ADR-8](0008-b.md)`. Stateless; safe for
/// several threads.
public final class DocumentReferences {

    private static final Pattern BETWEEN = Pattern.compile("\\s{0,3}[,;]\\s{0,3}|\\s{1,3}(?:and|und|et|y|e|&)\\s{1,3}");

    private DocumentReferences() { }

    /// The references of a value in the order written, each with its place. One that is a link to markdown is its address.
    public static List<YamlValue.Scalar> of(YamlValue value) {
        List<YamlValue.Scalar> references = new ArrayList<>();
        for (YamlValue.Scalar item : value instanceof YamlValue.Scalar scalar && isLinked(scalar.text()) && !scalar.absent()
                ? List.of(scalar) : MetadataValues.items(value)) {
            if (isLinked(item.text())) {
                in(item.text()).forEach(reference -> references.add(new YamlValue.Scalar(reference, true, item.span())));
            } else {
                references.add(item);
            }
        }
        return references;
    }

    /// The references in words and links.
    static List<String> in(String text) {
        List<String> references = new ArrayList<>();
        for (LinkedText.Piece piece : LinkedText.of(Words.flat(text)).pieces()) {
            String href = piece.href();
            if (href != null) {
                references.add(isDocument(href) ? href : piece.text().strip());
            } else {
                for (String words : BETWEEN.split(piece.text())) {
                    if (words.chars().anyMatch(Character::isLetterOrDigit) && !isBetween(words)) {
                        references.add(words.strip());
                    }
                }
            }
        }
        return references;
    }

    /// Words that stand between links alone.
    private static boolean isBetween(String words) {
        return BETWEEN.matcher(" " + words.strip() + " ").matches();
    }

    private static boolean isLinked(String text) {
        return text.indexOf('[') >= 0 && text.indexOf(']') >= 0;
    }

    private static boolean isDocument(String href) {
        String path = href.split("[#?]", 2)[0];
        return SourcePath.isMarkdown(path) && path.indexOf(':') < 0;
    }

    /// A reference to a file as its path in the source; any other as it is.
    ///
    /// @param from the document in which it stands
    public static String resolved(String reference, SourcePath from) {
        String text = reference.strip();
        if (!isDocument(text)) {
            return text;
        }
        Optional<SourcePath> path = from.resolve(text.split("[#?]", 2)[0].replace("%20", " "));
        return path.map(SourcePath::path).orElse(text);
    }
}
