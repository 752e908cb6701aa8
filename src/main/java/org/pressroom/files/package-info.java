/// Files that are safe to touch: what is read is a regular file of bounded size, and what is written never goes through a link.
///
/// Everything below the output, cache and temporary folders is made, replaced and removed here; a folder of the archive,
/// a theme or a repository is read here, so that no named pipe, device or file without end stops a command.
///
/// [Staging][org.pressroom.files.Staging] is where a new site is made before it takes the place of the old one.
///
/// May import: nothing but the JDK.
@NullMarked
package org.pressroom.files;

import org.jspecify.annotations.NullMarked;
