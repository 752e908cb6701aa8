package org.pressroom.edit;

import java.util.List;
import java.util.Map;

/// One change of a document's metadata. Paths are those of the schema: `status`, `decision.date`.
public sealed interface MetadataChange {

    /// The schema's path of what changes.
    String path();

    /// A key gets a value, in place of one that it has.
    record Put(String path, String value) implements MetadataChange { }

    /// A key gets a list, in place of what it has.
    record PutList(String path, List<String> values) implements MetadataChange {
        public PutList {
            values = List.copyOf(values);
        }
    }

    /// A list gets one more text.
    record Add(String path, String value) implements MetadataChange { }

    /// A list of mappings gets one more.
    ///
    /// @param fields names to a [String] or a list of them, in order
    record AddItem(String path, Map<String, Object> fields) implements MetadataChange { }
}
