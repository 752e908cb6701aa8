package org.pressroom;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jspecify.annotations.Nullable;
import org.pressroom.json.Json;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import java.util.List;
import java.util.Map;

/// What an editor would say of a YAML file: its plain scalars typed as YAML's core schema does, then checked by a validator.
public final class SchemaCheck {

    private final Schema schema;

    /// @param schema draft 2020-12, as a tree
    public SchemaCheck(Map<String, Object> schema) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Json.compact(schema), InputFormat.JSON);
    }

    /// What is wrong; empty when nothing is.
    public List<String> faults(String yaml) {
        Object value = new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
        return schema.validate(Json.compact(plain(value)), InputFormat.JSON).stream().map(Object::toString).toList();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case java.math.BigInteger big -> big.doubleValue();
            case null, default -> value;
        };
    }
}
