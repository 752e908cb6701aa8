package org.pressroom.cli;

import picocli.CommandLine.IVersionProvider;

/// Which version this is.
public final class Version implements IVersionProvider {

    /// The jar's version; `development` when not run from a jar.
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"pressroom " + text()};
    }
}
