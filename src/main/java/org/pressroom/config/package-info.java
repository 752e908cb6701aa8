/// `pressroom.yaml`: kinds of documents, vocabularies, severities, thresholds, the site's name; and YAML with positions.
///
/// Start at [ConfigurationReader][org.pressroom.config.ConfigurationReader]; what it yields is a
/// [Configuration][org.pressroom.config.Configuration], whole and valid whatever the file held, with a diagnostic for
/// everything that could not be used. Its keys are [ConfigurationKeys][org.pressroom.config.ConfigurationKeys]: each both
/// reads its value and writes its place in the published JSON Schema, so a key that is added there is in both.
/// [YamlReader][org.pressroom.config.YamlReader] also serves front matter: it keeps every scalar as the text that was
/// written, knows where it stands, and is bounded in size, depth and aliases.
///
/// May import: `source`, `diagnostic`, snakeyaml-engine.
@NullMarked
package org.pressroom.config;

import org.jspecify.annotations.NullMarked;
