/// Pictures that are safe to publish: drawings written anew from what is allowed, photographs without what their camera noted.
///
/// [SvgRebuild][org.pressroom.picture.SvgRebuild] reads an SVG as XML and writes it again from a list of elements, attributes
/// and style properties; what could run or load something makes it refuse the picture.
/// [PictureMetadata][org.pressroom.picture.PictureMetadata] copies a JPEG, PNG, WebP, GIF, HEIC or AVIF without Exif, XMP,
/// IPTC and comments; its pixels stay as they are.
///
/// Nothing here reads or writes files, and everything is linear in the picture's size.
///
/// May import: the JDK's XML parser.
@NullMarked
package org.pressroom.picture;

import org.jspecify.annotations.NullMarked;
