package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.YamlValue;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.source.LineSpan;

/// Metadata as written, before it is typed, in one form for all carriers.
///
/// @param carrier  how it was written
/// @param lines    where, fences included; null when there is none
/// @param entries  keys as written and values; nested JBake keys (`decision.date`) are unfolded to mappings
/// @param bodyLine the first line after the metadata where the carrier stands before the title, else 1
public record RawMetadata(
        MetadataCarrier carrier, @Nullable LineSpan lines, YamlValue.Mapping entries, int bodyLine) { }
