package org.pressroom.build;

import org.pressroom.bake.MediaTypes;

/// What is known of a site's files by their addresses.
public final class SiteFiles {

    private SiteFiles() { }

    /// Under which type a server sends a file.
    public static String mediaType(String address) {
        return MediaTypes.of(address);
    }
}
