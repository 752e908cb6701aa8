package org.pressroom.bake;

import org.pressroom.model.Document;

/// A page that the archive has beside its ideas.
///
/// @param address relative to the site's root: `pages/how-we-decide.html`
public record SitePage(String address, Document document) { }
