package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.YamlValue;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceSpan;

import java.util.ArrayList;
import java.util.List;

/// Metadata as written, before it is typed, in one form for all carriers.
///
/// @param carrier  how it was written
/// @param lines    where, fences included; null when there is none, and when the text around it is not metadata alone
/// @param entries  keys as written and values; nested JBake keys (`decision.date`) are unfolded to mappings
/// @param bodyLine the first line after the metadata where the carrier stands before the title, else 1
/// @param further  what other carriers say, in the order in which they count after this one; they have none further
public record RawMetadata(
        MetadataCarrier carrier, @Nullable LineSpan lines, YamlValue.Mapping entries, int bodyLine, List<RawMetadata> further) {

    static final RawMetadata NONE = new RawMetadata(MetadataCarrier.NONE, null, new YamlValue.Mapping(List.of(), new SourceSpan(0, 0)), 1);

    public RawMetadata {
        further = List.copyOf(further);
    }

    public RawMetadata(MetadataCarrier carrier, @Nullable LineSpan lines, YamlValue.Mapping entries, int bodyLine) {
        this(carrier, lines, entries, bodyLine, List.of());
    }

    /// The carriers together: the first counts first.
    static RawMetadata of(List<RawMetadata> carriers) {
        if (carriers.isEmpty()) {
            return NONE;
        }
        RawMetadata first = carriers.getFirst();
        return carriers.size() == 1 ? first
            : new RawMetadata(first.carrier, first.lines, first.entries, first.bodyLine, carriers.subList(1, carriers.size()));
    }

    /// This carrier by itself, then the further ones.
    public List<RawMetadata> parts() {
        if (further.isEmpty()) {
            return List.of(this);
        }
        List<RawMetadata> parts = new ArrayList<>(further.size() + 1);
        parts.add(new RawMetadata(carrier, lines, entries, bodyLine));
        parts.addAll(further);
        return parts;
    }

    /// The lines in the document's body that are metadata and no text.
    List<LineSpan> inBody() {
        List<LineSpan> spans = new ArrayList<>();
        for (RawMetadata part : parts()) {
            if (part.lines != null && part.lines.from() >= bodyLine && part.carrier.inMarkdown()) {
                spans.add(part.lines);
            }
        }
        return spans;
    }
}
