package org.pressroom.cli;

import picocli.CommandLine.IVersionProvider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which version this is.
final class Version {

    private Version() { }

    /// The jar's version; `development` when not run from a jar. All that a site depends on: it is the same for every commit.
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /// For a person: `0.1.0 (1a2b3c4d5e of 2026-11-30)`, with the commit and its day when the sources came from git.
    static String made() {
        Properties made = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("made.properties")) {
            if (in != null) {
                made.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made(text(), made);
    }

    /// @param made what the build found out of the sources; nothing, or empty texts, when that was not possible
    static String made(String version, Properties made) {
        String commit = made.getProperty("commit", "");
        String time = made.getProperty("time", "");
        return commit.isEmpty() || time.isEmpty() ? version
            : version + " (" + commit.replaceFirst("\\+$", "") + " of " + time.split("T", 2)[0] + (commit.endsWith("+") ? ", with changes" : "") + ")";
    }

    /// Tells picocli. A class of its own, since whoever needs the version alone does without that library.
    static final class Provider implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"pressroom " + made()};
        }
    }
}
