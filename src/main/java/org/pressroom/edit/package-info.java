/// Changes of documents that their authors ask for: metadata are changed where they stand, and every other byte stays.
///
/// May import: `source`, `config`, `model`, `parse`. Start reading at `MetadataEditor`.
@NullMarked
package org.pressroom.edit;

import org.jspecify.annotations.NullMarked;
