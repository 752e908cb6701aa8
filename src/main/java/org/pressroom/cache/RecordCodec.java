package org.pressroom.cache;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Records as bytes and back, by their components: texts, numbers, truths, words of an enumeration, days, lists, sets, maps and
/// other records, each of which may be null where it isn't a primitive. Safe for several threads.
///
/// The form follows from the types alone, and [#schema] says which it is: bytes written under another schema can't be read.
/// Numbers and lengths are varints, texts UTF-8. Sets keep their order.
///
/// @param <T> the record
public final class RecordCodec<T> {

    private static final String DYNAMIC = "any";

    private final Class<T> type;
    private final Form root;
    private final String schema;

    /// How values of one type are written and read.
    private interface Form {
        void write(ByteSink out, @Nullable Object value);

        @Nullable Object read(ByteSource in);
    }

    private record Simple<V>(Writer<V> writer, Function<ByteSource, @Nullable V> reader) implements Form {

        interface Writer<V> {
            void write(ByteSink out, V value);
        }

        @Override
        @SuppressWarnings("unchecked")
        public void write(ByteSink out, @Nullable Object value) {
            writer.write(out, (V) Objects.requireNonNull(value));
        }

        @Override
        public @Nullable Object read(ByteSource in) {
            return reader.apply(in);
        }
    }

    private RecordCodec(Class<T> type, Form root, String schema) {
        this.type = type;
        this.root = root;
        this.schema = schema;
    }

    /// Types beside records that a codec knows, each by its bytes.
    public static final class Builder {

        private final Map<Class<?>, Form> own = new HashMap<>();

        /// Adds a class of values that are bytes for themselves.
        public <V> Builder with(Class<V> type, Function<V, byte[]> bytes, Function<byte[], V> value) {
            own.put(type, optional(new Simple<V>((out, v) -> out.octets(bytes.apply(v)), in -> value.apply(in.octets()))));
            return this;
        }

        /// @throws IllegalArgumentException when a component is of a type for which there is no form
        public <T> RecordCodec<T> of(Class<T> type) {
            Forms forms = new Forms(own);
            Form root = forms.of(type);
            return new RecordCodec<>(type, root, String.join(";", forms.seen));
        }
    }

    /// @throws IllegalArgumentException when a component is of a type for which there is no form
    public static <T> RecordCodec<T> of(Class<T> type) {
        return new Builder().of(type);
    }

    /// The names and types of all components: two codecs with the same read each other's bytes.
    public String schema() {
        return schema;
    }

    public byte[] encode(T value) {
        ByteSink out = new ByteSink();
        root.write(out, value);
        return out.bytes();
    }

    /// @throws IllegalArgumentException when the bytes are not those of such a record
    public T decode(byte[] bytes) {
        ByteSource in = new ByteSource(bytes);
        Object value;
        try {
            value = root.read(in);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException | DateTimeException e) {
            throw new IllegalArgumentException("not the bytes of a " + type.getSimpleName(), e);
        }
        if (value == null || !in.isAtEnd()) {
            throw new IllegalArgumentException("not the bytes of a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    /// What [#decode] gives; empty when the bytes are not those of such a record.
    public Optional<T> read(byte[] bytes) {
        try {
            return Optional.of(decode(bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Form optional(Form form) {
        return new Form() {
            @Override
            public void write(ByteSink out, @Nullable Object value) {
                out.flag(value != null);
                if (value != null) {
                    form.write(out, value);
                }
            }

            @Override
            public @Nullable Object read(ByteSource in) {
                return in.flag() ? form.read(in) : null;
            }
        };
    }

    /// Of a text: its length and one, or nothing but 0 for null.
    private static final Form TEXT = new Form() {
        @Override
        public void write(ByteSink out, @Nullable Object value) {
            if (value == null) {
                out.number(0);
            } else {
                out.shifted((String) value);
            }
        }

        @Override
        public @Nullable Object read(ByteSource in) {
            return in.shifted();
        }
    };

    private static final class Forms {

        private final Map<Class<?>, Form> own;
        private final Map<Type, Form> known = new HashMap<>();
        /// In the order of names, whatever the order of looking.
        private final Set<String> seen = new TreeSet<>();

        Forms(Map<Class<?>, Form> own) {
            this.own = own;
            known.put(String.class, TEXT);
            known.put(int.class, new Simple<Integer>(ByteSink::number, ByteSource::number));
            known.put(long.class, new Simple<Long>(ByteSink::wide, ByteSource::wide));
            known.put(boolean.class, new Simple<Boolean>(ByteSink::flag, ByteSource::flag));
            known.put(double.class, new Simple<Double>((out, d) -> out.wide(Double.doubleToRawLongBits(d)), in -> Double.longBitsToDouble(in.wide())));
            known.put(Integer.class, optional(Objects.requireNonNull(known.get(int.class))));
            known.put(Long.class, optional(Objects.requireNonNull(known.get(long.class))));
            known.put(Boolean.class, optional(Objects.requireNonNull(known.get(boolean.class))));
            known.put(Double.class, optional(Objects.requireNonNull(known.get(double.class))));
            known.put(LocalDate.class, optional(new Simple<LocalDate>((out, day) -> out.wide(day.toEpochDay()), in -> LocalDate.ofEpochDay(in.wide()))));
            known.put(byte[].class, optional(new Simple<byte[]>(ByteSink::octets, ByteSource::octets)));
        }

        Form of(Type type) {
            Form form = known.get(type);
            if (form == null) {
                form = make(type);
                known.put(type, form);
            }
            return form;
        }

        private Form make(Type type) {
            if (type instanceof ParameterizedType generic) {
                Type[] of = generic.getActualTypeArguments();
                Object raw = generic.getRawType();
                if (raw == List.class) {
                    return list(of(of[0]), elements -> elements);
                }
                if (raw == Set.class) {
                    return list(of(of[0]), LinkedHashSet::new);
                }
                if (raw == Map.class) {
                    return map(of(of[0]), of(of[1]));
                }
            }
            if (!(type instanceof Class<?> plain)) {
                throw new IllegalArgumentException("there is no form for " + type.getTypeName());
            }
            if (plain == Object.class) {
                seen.add(DYNAMIC);
                return dynamic();
            }
            Form form = own.get(plain);
            if (form != null) {
                seen.add(plain.getName());
                return form;
            }
            if (plain.isEnum()) {
                Object[] words = plain.getEnumConstants();
                seen.add(plain.getName() + Arrays.toString(words));
                return optional(new Simple<Enum<?>>(ByteSink::word, in -> (Enum<?>) words[in.number()]));
            }
            if (plain.isRecord()) {
                return optional(record(plain));
            }
            throw new IllegalArgumentException("there is no form for " + type.getTypeName());
        }

        private static Form list(Form elements, Function<List<Object>, Object> collection) {
            return optional(new Simple<java.util.Collection<?>>((out, list) -> {
                out.number(list.size());
                list.forEach(element -> elements.write(out, element));
            }, in -> {
                int size = in.count();
                List<Object> list = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    list.add(elements.read(in));
                }
                return (java.util.Collection<?>) collection.apply(list);
            }));
        }

        private static Form map(Form keys, Form values) {
            return optional(new Simple<Map<?, ?>>((out, map) -> {
                out.number(map.size());
                map.forEach((key, value) -> {
                    keys.write(out, key);
                    values.write(out, value);
                });
            }, in -> {
                int size = in.count();
                Map<Object, Object> map = new LinkedHashMap<>();
                for (int i = 0; i < size; i++) {
                    Object key = keys.read(in);
                    map.put(Objects.requireNonNull(key), Objects.requireNonNull(values.read(in)));
                }
                return map;
            }));
        }

        /// Values of which the type is known only when they are there: each behind a number for its type.
        private Form dynamic() {
            List<Class<?>> types = List.of(String.class, Integer.class, Long.class, Double.class, Boolean.class, LocalDate.class);
            List<Form> forms = new ArrayList<>(types.stream().map(this::of).toList());
            return new Form() {
                private final Form lists = list(this, elements -> elements);
                private final Form maps = map(this, this);

                @Override
                public void write(ByteSink out, @Nullable Object value) {
                    switch (value) {
                        case null -> out.number(-1);
                        case List<?> list -> {
                            out.number(types.size());
                            lists.write(out, list);
                        }
                        case Map<?, ?> map -> {
                            out.number(types.size() + 1);
                            maps.write(out, map);
                        }
                        default -> {
                            int number = types.indexOf(value.getClass());
                            if (number < 0) {
                                throw new IllegalArgumentException("there is no form for " + value.getClass().getName());
                            }
                            out.number(number);
                            forms.get(number).write(out, value);
                        }
                    }
                }

                @Override
                public @Nullable Object read(ByteSource in) {
                    int number = in.number();
                    return number < 0 ? null : number == types.size() ? lists.read(in) : number == types.size() + 1 ? maps.read(in) : forms.get(number).read(in);
                }
            };
        }

        private Form record(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Form[] forms = new Form[components.length];
            MethodHandle[] getters = new MethodHandle[components.length];
            StringBuilder form = new StringBuilder(type.getName());
            MethodHandle constructor;
            try {
                MethodHandles.Lookup lookup = MethodHandles.lookup();
                for (int i = 0; i < components.length; i++) {
                    forms[i] = of(components[i].getGenericType());
                    Method accessor = components[i].getAccessor();
                    accessor.setAccessible(true);
                    getters[i] = lookup.unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
                    form.append(' ').append(components[i].getName()).append(':').append(components[i].getGenericType().getTypeName());
                }
                Constructor<?> canonical = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                canonical.setAccessible(true);
                constructor = lookup.unreflectConstructor(canonical).asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("there is no form for " + type.getName(), e);
            }
            seen.add(form.toString());
            return new RecordForm(type.getSimpleName(), forms, getters, constructor);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record RecordForm(String name, Form[] forms, MethodHandle[] getters, MethodHandle constructor) implements Form {

        @Override
        public void write(ByteSink out, @Nullable Object value) {
            for (int i = 0; i < forms.length; i++) {
                Object component;
                try {
                    component = (Object) getters[i].invokeExact((Object) value);
                } catch (Throwable e) {
                    throw new IllegalStateException("can't read a " + name, e);
                }
                forms[i].write(out, component);
            }
        }

        @Override
        public Object read(ByteSource in) {
            @Nullable Object[] components = new @Nullable Object[forms.length];
            for (int i = 0; i < forms.length; i++) {
                components[i] = forms[i].read(in);
            }
            try {
                return (Object) constructor.invokeExact((Object[]) components);
            } catch (Throwable e) {
                throw new IllegalArgumentException("not the bytes of a " + name, e);
            }
        }
    }
}
