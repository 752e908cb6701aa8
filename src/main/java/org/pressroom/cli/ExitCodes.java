package org.pressroom.cli;

/// How a command ends.
final class ExitCodes {

    /// Done, and nothing found at `--fail-on` or above.
    static final int CLEAN = 0;
    /// Findings at `--fail-on` or above.
    static final int FINDINGS = 1;
    /// The command line is wrong.
    static final int USAGE = 2;
    /// The archive, the output folder or Pressroom itself failed.
    static final int FAILURE = 3;

    private ExitCodes() { }
}
