package org.pressroom.build;

import org.pressroom.diagnostic.Diagnostic;

import java.util.List;

/// The configuration has errors, so it is unknown what may be published: nothing is made, and what was made before stays.
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> findings;

    /// @param findings the errors, in order
    ConfigurationException(List<Diagnostic> findings) {
        super("the configuration has errors, so nothing was built; an existing site stays as it is");
        this.findings = List.copyOf(findings);
    }

    /// The errors, in order.
    public List<Diagnostic> findings() {
        return findings;
    }
}
