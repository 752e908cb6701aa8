package org.pressroom.cli;

import picocli.CommandLine.IVersionProvider;

/// Which version this is.
final class Version {

    private Version() { }

    /// The jar's version; `development` when not run from a jar.
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /// Tells picocli. A class of its own, since whoever needs the version alone does without that library.
    static final class Provider implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"pressroom " + text()};
        }
    }
}
