package org.pressroom.parse;

import org.pressroom.config.TomlReader;
import org.pressroom.config.YamlValue;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.source.LineMap;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.regex.Pattern;

/// Metadata in TOML between `+++` lines, as Hugo and Zola have them.
final class TomlHeader {

    static final String FENCE = "+++";
    private static final Pattern KEY = Pattern.compile("\\s{0,9}+(?:[\\w\"'.-]{1,99}+\\s{0,9}+=|\\[|#)");

    private TomlHeader() { }

    /// @param last the last line that is looked at
    static FrontMatter.Found read(SourceText source, int last) {
        LineMap lines = source.lines();
        for (int line = 2; line <= last; line++) {
            if (lines.textOf(line).stripTrailing().equals(FENCE)) {
                return read(source, lines, line);
            }
        }
        return lines.count() > 1 && KEY.matcher(lines.textOf(2)).lookingAt()
            ? FrontMatter.unclosed(source, MetadataCarrier.TOML, FENCE) : new FrontMatter.Found(null, java.util.List.of());
    }

    private static FrontMatter.Found read(SourceText source, LineMap lines, int closing) {
        SourceSpan span = new SourceSpan(lines.startOf(2), Math.max(lines.startOf(2), lines.startOf(closing)));
        return switch (TomlReader.read(source.text(), span)) {
            case TomlReader.Read(YamlValue.Mapping mapping) -> FrontMatter.found(MetadataCarrier.TOML, closing, mapping);
            case TomlReader.Unreadable(String message, int offset) -> {
                int line = Math.min(lines.lineAt(offset), closing);
                yield FrontMatter.unreadable(MetadataCarrier.TOML, closing, Position.at(line, line == closing ? 1 : lines.columnAt(offset)),
                    "the front matter is not TOML: " + message, new Fix("fix line " + line + "; put texts in double quotes"));
            }
        };
    }
}
