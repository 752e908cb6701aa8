package org.pressroom.build;

/// Is told how far a build is. Safe for several threads.
public interface Progress {

    /// Nobody is watching.
    Progress NONE = new Progress() {
        @Override
        public void begin(Stage stage, int steps) { }

        @Override
        public void step() { }
    };

    /// A stage begins.
    ///
    /// @param steps that will be told; 0 when that is not known
    void begin(Stage stage, int steps);

    /// One step of the stage is done.
    void step();
}
