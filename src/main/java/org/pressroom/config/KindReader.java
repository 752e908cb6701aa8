package org.pressroom.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the kinds of documents.
final class KindReader {

    private final ConfigurationKeys keys;
    private final Vocabulary vocabulary;
    private final MetadataNames names;
    private final ConfigurationFindings findings;
    private final List<Kind> withFiles = new ArrayList<>();
    private Kind ofAllOthers;

    /// @param vocabulary the archive's, of which a kind may have a part
    KindReader(ConfigurationKeys keys, Set<String> metadataKeys, Vocabulary vocabulary, ConfigurationFindings findings) {
        this.keys = keys;
        this.vocabulary = vocabulary;
        this.names = new MetadataNames(metadataKeys, vocabulary.extras(), findings);
        this.findings = findings;
        this.ofAllOthers = Kind.PRFAQ.with(vocabulary);
    }

    /// The kind of documents that no other takes by its files: a PR/FAQ unless one was written without files.
    Kind ofAllOthers() {
        return ofAllOthers;
    }

    /// Kinds that take certain files, in the order written.
    List<Kind> withFiles() {
        return withFiles;
    }

    void read(List<Shapes.Named<Keys.Values>> kinds) {
        String taker = null;
        for (Shapes.Named<Keys.Values> written : kinds) {
            Kind kind = kind(written);
            if (!kind.files().isEmpty()) {
                withFiles.add(kind);
            } else if (taker != null) {
                findings.badValue(written.span(), "`" + kind.name() + "` has no `files`, and `" + taker
                    + "` takes all documents that no other kind takes", "write `files: [\"" + kind.name() + "/**\"]` below one of the two");
            } else {
                taker = kind.name();
                ofAllOthers = kind;
            }
        }
    }

    private Kind kind(Shapes.Named<Keys.Values> written) {
        String name = written.name();
        boolean prfaq = Vocabulary.normal(name).equals(Kind.PRFAQ.name());
        Keys.Values said = written.value();
        if (said == null) {
            return new Kind(name, List.of(), prfaq, List.of(), null, vocabulary);
        }
        return new Kind(name, said.get(ConfigurationKeys.FILES).orElse(List.of()), said.get(ConfigurationKeys.IS_PRFAQ).orElse(prfaq),
            said.get(ConfigurationKeys.PARTS).map(this::parts).orElse(List.of()), said.text(ConfigurationKeys.ID), vocabulary(said));
    }

    private Vocabulary vocabulary(Keys.Values said) {
        List<String> required = said.get(keys.required).map(names::keys).orElse(vocabulary.required());
        Terms status = said.get(ConfigurationKeys.ITS_STATUSES).map(this::statuses).filter(terms -> !terms.terms().isEmpty())
            .orElse(vocabulary.status());
        return new Vocabulary(status, vocabulary.outcome(), vocabulary.result(), vocabulary.reason(), required, vocabulary.extras(),
            vocabulary.aliases());
    }

    private Terms statuses(List<YamlValue.Scalar> written) {
        List<String> words = new ArrayList<>();
        for (YamlValue.Scalar scalar : written) {
            String normal = Vocabulary.normal(scalar.text());
            Optional<String> known = vocabulary.statuses().stream().filter(word -> Vocabulary.normal(word).equals(normal)).findFirst();
            known.ifPresentOrElse(words::add, () -> findings.unknownWord(scalar.span(),
                "`" + scalar.text() + "` is not among the archive's `statuses`", scalar.text(), vocabulary.statuses()));
        }
        return vocabulary.status().only(words);
    }

    private List<PartForm> parts(List<Shapes.Named<Keys.Values>> written) {
        List<PartForm> parts = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        for (Shapes.Named<Keys.Values> part : written) {
            String name = Vocabulary.normal(part.name());
            Keys.Values said = part.value();
            List<YamlValue.Scalar> labels = said == null ? List.of() : said.get(ConfigurationKeys.LABELS).orElse(List.of());
            List<String> own = new ArrayList<>();
            for (YamlValue.Scalar label : labels) {
                String owner = owners.putIfAbsent(Vocabulary.normal(label.text()), part.name());
                if (owner != null) {
                    findings.badValue(label.span(), "`" + label.text() + "` already announces `" + owner + "`", "remove it here");
                } else {
                    own.add(label.text());
                }
            }
            if (own.isEmpty()) {
                own.add(part.name());
                if (part.name().contains("-")) {
                    own.add(part.name().replace('-', ' '));
                }
            }
            parts.add(new PartForm(name, own, said == null ? null : said.text(ConfigurationKeys.ROLE),
                said != null && said.get(ConfigurationKeys.IS_REQUIRED).orElse(false)));
        }
        return parts;
    }
}
