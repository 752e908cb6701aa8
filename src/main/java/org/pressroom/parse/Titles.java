package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Conventions;
import org.pressroom.config.Vocabulary;
import org.pressroom.model.Metadata;
import org.pressroom.model.PressRelease;
import org.pressroom.source.SourcePath;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// What a document is called: by its metadata, its first heading, its headline, its file, or first what the configuration says, without
/// what the configuration drops.
final class Titles {

    /// What documents of all kinds call their first section, in normal form. It tells nobody which document it is.
    private static final Set<String> SECTIONS = Set.of(
        "summary", "abstract", "overview", "introduction", "motivation", "background", "context", "meta", "metadata", "contents", "table-of-contents", "toc",
        "problem", "goals", "proposal", "description", "executive-summary", "tl;dr", "tldr", "status",
        "zusammenfassung", "überblick", "einleitung", "hintergrund", "kontext", "inhalt", "inhaltsverzeichnis",
        "résumé", "introducción", "resumen", "resumo", "introdução", "contexto", "contexte", "sommaire", "índice",
        "概要", "はじめに", "背景", "目次", "摘要", "概述", "目录", "简介", "개요", "요약", "배경", "목차");

    private Titles() { }

    private static boolean isOfSection(String heading) {
        return SECTIONS.contains(Vocabulary.normal(heading.strip()));
    }

    static String of(Metadata metadata, Sectioner.Result cut, PressRelease release, SourcePath path, Conventions conventions) {
        String written = metadata.title();
        Element title = cut.title();
        String heading = title == null || isOfSection(title.text()) ? null : title.text();
        String headline = release.headline() == null || isOfSection(release.headline().text()) ? null : release.headline().text();
        String file = DefaultId.stem(path.fileName());
        String spoken = file.replaceFirst("^\\d{1,9}[-_. ]", "").replace('-', ' ').replace('_', ' ').strip();
        spoken = spoken.isEmpty() ? file : spoken.substring(0, spoken.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT) + spoken.substring(spoken.offsetByCodePoints(0, 1));
        String name = spoken;
        Stream<@Nullable String> order = switch (conventions.title()) {
            case METADATA -> Stream.of(written, heading, headline, file);
            case HEADING -> Stream.of(heading, written, headline, file);
            case FILE -> Stream.of(name, written, heading, file);
        };
        String first = order.filter(Objects::nonNull).map(Objects::requireNonNull).filter(text -> !text.isBlank()).findFirst().orElse(file);
        return without(first.strip(), conventions);
    }

    /// A title without what the configuration drops. What is left must say something.
    static String without(String title, Conventions conventions) {
        String text = title;
        for (String prefix : conventions.prefixes()) {
            int length = length(text, prefix);
            text = length > 0 && length < text.length() ? bare(text.substring(length), true) : text;
        }
        for (String suffix : conventions.suffixes()) {
            boolean ends = text.length() > suffix.length() && text.toLowerCase(Locale.ROOT).endsWith(suffix.toLowerCase(Locale.ROOT));
            text = ends ? bare(text.substring(0, text.length() - suffix.length()), false) : text;
        }
        return text.isBlank() ? title : text;
    }

    /// How many characters of a text a prefix takes; 0 when it is not there. `{number}` is one or more digits.
    private static int length(String text, String prefix) {
        int at = 0;
        for (int i = 0; i < prefix.length(); ) {
            if (prefix.startsWith("{number}", i)) {
                int from = at;
                while (at < text.length() && Character.isDigit(text.charAt(at))) {
                    at++;
                }
                if (at == from) {
                    return 0;
                }
                i += "{number}".length();
            } else if (at < text.length() && Character.toLowerCase(text.charAt(at)) == Character.toLowerCase(prefix.charAt(i))) {
                at++;
                i++;
            } else {
                return 0;
            }
        }
        boolean word = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)) && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
        return word ? 0 : at;
    }

    private static String bare(String text, boolean begin) {
        int from = 0;
        int to = text.length();
        while (from < to && begin && (Character.isWhitespace(text.charAt(from)) || ":–—-|.".indexOf(text.charAt(from)) >= 0)) {
            from++;
        }
        while (to > from && !begin && (Character.isWhitespace(text.charAt(to - 1)) || ":–—-|".indexOf(text.charAt(to - 1)) >= 0)) {
            to--;
        }
        return text.substring(from, to).strip();
    }
}
