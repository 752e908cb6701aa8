package org.pressroom.git;

import java.time.LocalDate;

/// What git's log says of one path, renames not followed.
///
/// Days are the author's own, by the time zone of the commit.
///
/// @param created   day of the earliest commit that changed it
/// @param createdBy its author's name
/// @param revised   day of the latest commit that changed it
/// @param revisedBy its author's name
/// @param count     number of commits that changed it, merges not counted
public record Revisions(LocalDate created, String createdBy, LocalDate revised, String revisedBy, int count) { }
