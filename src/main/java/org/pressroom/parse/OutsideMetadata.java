package org.pressroom.parse;

import org.pressroom.config.Configuration;
import org.pressroom.config.Conventions;
import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlReader;
import org.pressroom.config.YamlValue;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Metadata that do not stand in the document: in a file beside it, its name, its folder and the configuration's `defaults`, in this order.
///
/// @param parts      what was found
/// @param notices    why the file beside it could not be read
/// @param unreadable the text of that file; empty when it could be read
record OutsideMetadata(List<RawMetadata> parts, List<Notice> notices, String unreadable) {

    private static final SourceSpan NOWHERE = new SourceSpan(0, 0);
    private static final Pattern DATE = Pattern.compile("^(\\d{4})[-_.]?(\\d{2})[-_.]?(\\d{2})(?=$|[-_. ])");

    OutsideMetadata {
        parts = List.copyOf(parts);
        notices = List.copyOf(notices);
    }

    static OutsideMetadata of(SourceFile file, Configuration configuration) {
        List<RawMetadata> parts = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        String unreadable = "";
        SourceFile beside = file.sidecar();
        if (beside != null) {
            String problem = null;
            String text = "";
            if (TextDecoding.decode(beside, configuration.thresholds()) instanceof TextDecoding.Decoded(SourceText source, var _)) {
                text = source.text();
                switch (YamlReader.read(text, new SourceSpan(0, text.length()))) {
                    case YamlReader.Read(YamlValue.Mapping mapping) -> parts.add(new RawMetadata(MetadataCarrier.SIDECAR, null, (YamlValue.Mapping) elsewhere(mapping), 1));
                    case YamlReader.Read(YamlValue value) -> problem = value == null ? null : "it is not a list of keys and values";
                    case YamlReader.Unreadable(String message, int offset) -> problem = "line " + source.lines().lineAt(Math.min(offset, text.length())) + ": " + message;
                }
            } else {
                problem = "it is not text";
                text = TextDecoding.guessed(beside.bytes());
            }
            if (problem != null) {
                unreadable = text.isEmpty() ? "restricted" : text;
                notices.add(new Notice(FrontMatter.RULE, Position.START, "the metadata in `" + beside.path().fileName() + "` beside this document can't be read: " + problem,
                    new Fix("fix `" + beside.path().path() + "`, or delete it")));
            }
        }
        Conventions conventions = configuration.conventions();
        SourcePath path = file.path();
        if (conventions.createdFromName()) {
            Matcher date = DATE.matcher(path.fileName());
            if (date.find()) {
                parts.add(one(MetadataCarrier.FILE_NAME, "created", date.group(1) + "-" + date.group(2) + "-" + date.group(3)));
            }
        }
        status(conventions, configuration, path).ifPresent(status -> parts.add(one(MetadataCarrier.FOLDER, "status", status)));
        if (!conventions.defaults().isEmpty()) {
            String below = configuration.below(path.path());
            conventions.defaults().stream().filter(one -> one.files().matches(below))
                .forEach(one -> parts.add(new RawMetadata(MetadataCarrier.DEFAULTS, null, (YamlValue.Mapping) elsewhere(one.values()), 1)));
        }
        return new OutsideMetadata(parts, notices, unreadable);
    }

    /// Of the folders in which a document lies, the nearest that stands for a status.
    private static Optional<String> status(Conventions conventions, Configuration configuration, SourcePath path) {
        Map<String, String> folders = conventions.folders();
        if (folders == null) {
            return Optional.empty();
        }
        Vocabulary vocabulary = configuration.kindOf(path).vocabulary();
        List<String> names = List.of(path.folder().split("/"));
        for (String name : names.reversed()) {
            String status = folders.get(Vocabulary.normal(name));
            if (status != null) {
                return Optional.of(status);
            }
            if (folders.isEmpty()) {
                Optional<String> word = vocabulary.status().match(name.replace('-', ' ').replace('_', ' ')).filter(match -> match.detail() == null).map(match -> match.term().word());
                if (word.isPresent()) {
                    return word;
                }
            }
        }
        return Optional.empty();
    }

    private static RawMetadata one(MetadataCarrier carrier, String key, String value) {
        return new RawMetadata(carrier, null, new YamlValue.Mapping(List.of(new YamlValue.Entry(key, NOWHERE, new YamlValue.Scalar(value, true, NOWHERE))), NOWHERE), 1);
    }

    /// A value without its place, which is none in the document. Recursion is bounded by [YamlReader#MAX_DEPTH].
    private static YamlValue elsewhere(YamlValue value) {
        return switch (value) {
            case YamlValue.Scalar scalar -> new YamlValue.Scalar(scalar.text(), scalar.quoted(), NOWHERE);
            case YamlValue.Sequence sequence -> new YamlValue.Sequence(sequence.values().stream().map(OutsideMetadata::elsewhere).toList(), NOWHERE);
            case YamlValue.Mapping mapping -> new YamlValue.Mapping(
                mapping.entries().stream().map(entry -> new YamlValue.Entry(entry.key(), NOWHERE, elsewhere(entry.value()))).toList(), NOWHERE);
        };
    }
}
