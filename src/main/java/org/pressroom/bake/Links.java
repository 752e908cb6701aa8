package org.pressroom.bake;

import org.pressroom.catalog.LinkTarget;
import org.pressroom.source.SourcePath;

/// Tells where the links of documents lead.
@FunctionalInterface
interface Links {

    /// @param from   the document
    /// @param target as written, decoded
    LinkTarget resolve(SourcePath from, String target);
}
