package org.pressroom.bake;

/// Is told how many pages a site will have, and of each when it is made. Safe for several threads.
public interface PageCount {

    /// Nobody counts.
    PageCount NONE = new PageCount() {
        @Override
        public void planned(int pages) { }

        @Override
        public void made() { }
    };

    /// How many there will be; told once, before the first is made.
    void planned(int pages);

    /// One is made, or found as it was.
    void made();
}
