package org.pressroom.cli;

/// What `--semantic` may say.
enum SemanticChoice {
    WORDS, TABLE, MODEL
}
