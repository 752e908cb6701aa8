package org.pressroom.publish;

/// What a publication did.
///
/// @param files   number of files of the site
/// @param changed files written, new or different
/// @param deleted files of the last publication that are no longer part of the site
public record Publication(int files, int changed, int deleted) { }
