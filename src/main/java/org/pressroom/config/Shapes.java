package org.pressroom.config;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourceSpan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The plain shapes; those of mappings with known keys are [Keys].
final class Shapes {

    /// Characters that a text may have: more are a mistake, and forms are matched by recursion.
    private static final int LONGEST_TEXT = 1_000;
    /// Elements that a list may have.
    private static final int LONGEST_LIST = 1_000;

    private Shapes() { }

    /// A name that the author chose, and what stands behind it.
    ///
    /// @param value null when nothing does, or nothing that can be used
    record Named<V>(String name, SourceSpan span, @Nullable V value) { }

    static boolean absent(YamlValue value) {
        return value instanceof YamlValue.Scalar scalar && scalar.absent();
    }

    record Mapped<T, U>(Shape<T> shape, Function<T, U> meaning) implements Shape<U> {
        @Override
        public Optional<U> read(YamlValue value, Place place) {
            return shape.read(value, place).map(meaning);
        }

        @Override
        public JsonSchema schema() {
            return shape.schema();
        }
    }

    record Text(@Nullable Pattern form, String message, String fix) implements Shape<YamlValue.Scalar> {
        @Override
        public Optional<YamlValue.Scalar> read(YamlValue value, Place place) {
            if (!(value instanceof YamlValue.Scalar scalar) || scalar.absent() || scalar.text().isBlank()) {
                place.bad(value.span(), place.name() + " is not a text",
                    place.element() ? "write one text there" : "write one text after `" + place.key() + ":`");
                return Optional.empty();
            }
            String text = scalar.text().strip();
            if (text.length() > LONGEST_TEXT) {
                place.bad(value.span(), place.name() + " is longer than " + LONGEST_TEXT + " characters", "write it shorter");
                return Optional.empty();
            }
            if (form != null && !form.matcher(text).matches()) {
                place.bad(value.span(), message.replace("{}", text), fix);
                return Optional.empty();
            }
            return Optional.of(new YamlValue.Scalar(text, scalar.quoted(), scalar.span()));
        }

        @Override
        public JsonSchema schema() {
            return form == null ? JsonSchema.text() : JsonSchema.text("^\\s*(?:" + form.pattern() + ")\\s*$");
        }
    }

    record OneOf(String noun, List<String> words) implements Shape<YamlValue.Scalar> {
        @Override
        public Optional<YamlValue.Scalar> read(YamlValue value, Place place) {
            String word = value instanceof YamlValue.Scalar scalar ? scalar.text() : "";
            if (value instanceof YamlValue.Scalar scalar && words.contains(word)) {
                return Optional.of(scalar);
            }
            place.findings().unknownWord(value.span(), "`" + word + "` is not " + noun, word, words);
            return Optional.empty();
        }

        @Override
        public JsonSchema schema() {
            return JsonSchema.oneOf(words);
        }
    }

    record Proposing(List<String> words) implements Shape<YamlValue.Scalar> {
        @Override
        public Optional<YamlValue.Scalar> read(YamlValue value, Place place) {
            return Shape.text().read(value, place);
        }

        @Override
        public JsonSchema schema() {
            return JsonSchema.anyOf(JsonSchema.oneOf(words), JsonSchema.text());
        }
    }

    /// @param alone whether it stands without a list, so that several with commas or spaces between them are a mistake
    /// @param form  what [PathGlob] reads, for editors: brackets and braces closed, none inside another, something behind the last
    ///     backslash, no `!` that takes back, and nothing that no path has
    record Glob(boolean alone, String form) implements Shape<PathGlob> {
        private static final String REST = "\\\\.|\\[!?[^\\[\\]/]+\\]|\\{(?:[^\\\\\\[\\]{}]|\\\\.|\\[!?[^\\[\\]/]+\\])*\\})+";
        static final Glob LISTED = new Glob(false, "(?!!)(?!(?:.*/)?\\s*\\.\\.\\s*(?:/|$))(?!.*//)(?:[^\\\\\\[\\]{}]|" + REST);
        static final Glob ALONE = new Glob(true, "(?!!)(?!(?:.*/)?\\s*\\.\\.\\s*(?:/|$))(?!.*//)(?!.*[*/]\\s)(?:[^\\\\\\[\\]{},\\r\\n]|" + REST);

        @Override
        public Optional<PathGlob> read(YamlValue value, Place place) {
            Optional<YamlValue.Scalar> text = Shape.text().read(value, place);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            String glob = text.get().text();
            String problem;
            if (glob.startsWith("!")) {
                problem = "it begins with !";
            } else if (leaves(glob)) {
                problem = "it leads out of the folder, or has two slashes in a row";
            } else if (alone && isSeveral(glob)) {
                problem = "several need a list";
            } else {
                try {
                    return Optional.of(new PathGlob(ofFolder(glob), place.at(value.span())));
                } catch (PatternSyntaxException e) {
                    problem = e.getDescription();
                }
            }
            place.bad(value.span(), "`" + glob + "` is not a pattern of paths: " + problem,
                "write a glob such as `archive/**` or `*.draft.md`, and several as `" + place.key() + ": [one, another]`");
            return Optional.empty();
        }

        /// Whether it could match no path, whatever its author meant by it.
        private static boolean leaves(String glob) {
            String path = "/" + glob.strip() + "/";
            return path.contains("/../") || glob.strip().contains("//");
        }

        /// Whether lines, commas outside of braces, or spaces behind a star or slash stand between patterns.
        private static boolean isSeveral(String glob) {
            boolean braces = false;
            for (int i = 0; i < glob.length(); i++) {
                char c = glob.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (c == '{' || c == '}') {
                    braces = c == '{';
                } else if (c == '\n' || c == '\r' || c == ',' && !braces
                        || Character.isWhitespace(c) && i > 0 && (glob.charAt(i - 1) == '*' || glob.charAt(i - 1) == '/')) {
                    return true;
                }
            }
            return false;
        }

        /// `/private/` and `./private` as `private`.
        private static String ofFolder(String glob) {
            int from = glob.startsWith("./") ? 2 : 0;
            while (from < glob.length() - 1 && glob.charAt(from) == '/') {
                from++;
            }
            int to = glob.length();
            while (to > from + 1 && glob.charAt(to - 1) == '/') {
                to--;
            }
            return Normalizer.normalize(glob.substring(from, to), Normalizer.Form.NFC);
        }

        @Override
        public JsonSchema schema() {
            return JsonSchema.text("^\\s*" + form + "\\s*$");
        }
    }

    record Present<T>(Shape<T> shape) implements Shape<T> {
        @Override
        public Optional<T> read(YamlValue value, Place place) {
            return shape.read(value, place);
        }

        @Override
        public JsonSchema schema() {
            return shape.schema();
        }

        @Override
        public boolean mayBeAbsent() {
            return false;
        }
    }

    record Truth() implements Shape<Boolean> {
        @Override
        public Optional<Boolean> read(YamlValue value, Place place) {
            if (value instanceof YamlValue.Scalar scalar && !scalar.quoted() && scalar.text().matches("true|false")) {
                return Optional.of(scalar.text().equals("true"));
            }
            place.bad(value.span(), place.name() + " is neither true nor false", "write `true` or `false` there");
            return Optional.empty();
        }

        @Override
        public JsonSchema schema() {
            return JsonSchema.ANYTHING.with("type", "boolean");
        }
    }

    record Whole(int least, int standard) implements Shape<Integer> {
        private static final Pattern FORM = Pattern.compile("_*(?:[0-9]_*){1,9}");
        private static final Pattern ABOVE_ZERO = Pattern.compile("(?=[0_]*[1-9])" + FORM.pattern());

        private Pattern form() {
            return least == 0 ? FORM : ABOVE_ZERO;
        }

        @Override
        public Optional<Integer> read(YamlValue value, Place place) {
            if (value instanceof YamlValue.Scalar scalar && form().matcher(scalar.text()).matches()) {
                return Optional.of(Integer.valueOf(scalar.text().replace("_", "")));
            }
            place.bad(value.span(), place.name() + (least == 0 ? " is not a whole number" : " is not a whole number above zero"),
                "write a number such as " + standard);
            return Optional.empty();
        }

        @Override
        public JsonSchema schema() {
            return JsonSchema.anyOf(
                JsonSchema.ANYTHING.with("type", "integer").with("minimum", least).with("maximum", 999_999_999),
                JsonSchema.string("^" + form().pattern() + "$")).with("default", standard);
        }
    }

    record ListOf<E>(Shape<E> element) implements Shape<List<E>> {
        @Override
        public Optional<List<E>> read(YamlValue value, Place place) {
            if (!(value instanceof YamlValue.Sequence sequence)) {
                place.bad(value.span(), place.name() + " is not a list", "write `" + place.key() + ": [one, another]`");
                return Optional.empty();
            }
            if (sequence.values().size() > LONGEST_LIST) {
                place.bad(value.span(), place.name() + " has more than " + LONGEST_LIST + " elements", "write fewer");
                return Optional.empty();
            }
            List<E> list = new ArrayList<>();
            for (YamlValue one : sequence.values()) {
                element.read(one, place.inside()).ifPresent(list::add);
            }
            return Optional.of(list);
        }

        @Override
        public JsonSchema schema() {
            return JsonSchema.list(element.schema());
        }
    }

    record MapTo<V>(Shape<V> values) implements Shape<List<Named<V>>> {
        @Override
        public Optional<List<Named<V>>> read(YamlValue value, Place place) {
            if (!(value instanceof YamlValue.Mapping mapping)) {
                place.bad(value.span(), place.name() + " is not a mapping of keys to values", "write `key: value` lines");
                return Optional.empty();
            }
            List<Named<V>> all = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (YamlValue.Entry entry : mapping.entries()) {
                Place below = place.below(entry.key());
                if (entry.key().length() > LONGEST_TEXT) {
                    place.bad(entry.keySpan(), "a name in " + place.name() + " is longer than " + LONGEST_TEXT + " characters", "give it a shorter name");
                } else if (entry.key().isBlank()) {
                    place.bad(entry.keySpan(), "a name in " + place.name() + " is empty", "give it a name, or remove it");
                } else if (!seen.add(Vocabulary.normal(entry.key()))) {
                    place.bad(entry.keySpan(), below.name() + " is written twice", "keep one of the two; the first counts");
                } else {
                    V read = absent(entry.value()) ? null : values.read(entry.value(), below).orElse(null);
                    all.add(new Named<>(entry.key().strip(), entry.keySpan(), read));
                }
            }
            return Optional.of(all);
        }

        @Override
        public JsonSchema schema() {
            return JsonSchema.mappingTo(values.schema().orNothing())
                .with("propertyNames", JsonSchema.ANYTHING.with("pattern", "\\S"));
        }
    }

    /// A mapping of anything, which its reader looks at.
    record Free() implements Shape<YamlValue.Mapping> {
        @Override
        public Optional<YamlValue.Mapping> read(YamlValue value, Place place) {
            if (!(value instanceof YamlValue.Mapping mapping)) {
                place.bad(value.span(), place.name() + " is not a mapping of keys to values", "write `key: value` lines");
                return Optional.empty();
            }
            for (YamlValue.Entry entry : mapping.entries()) {
                if (!isPlain(entry.value(), true)) {
                    place.bad(entry.value().span(), place.below(entry.key()).name() + " is not a text, a list of texts or a mapping of them", "write it as in front matter");
                    return Optional.empty();
                }
            }
            return Optional.of(mapping);
        }

        private static boolean isPlain(YamlValue value, boolean top) {
            return switch (value) {
                case YamlValue.Scalar _ -> true;
                case YamlValue.Sequence sequence -> sequence.values().stream().allMatch(element -> element instanceof YamlValue.Scalar);
                case YamlValue.Mapping mapping -> top && mapping.entries().stream().allMatch(entry -> isPlain(entry.value(), false));
            };
        }

        @Override
        public JsonSchema schema() {
            JsonSchema scalar = JsonSchema.ANYTHING.with("type", List.of("string", "number", "boolean", "null"));
            return JsonSchema.mappingTo(JsonSchema.anyOf(scalar, JsonSchema.list(scalar), JsonSchema.mappingTo(JsonSchema.anyOf(scalar, JsonSchema.list(scalar)))));
        }
    }

    /// What must not be empty; the reader of the words says so, since it knows what stands instead.
    record Some<T>(Shape<T> shape) implements Shape<T> {
        @Override
        public Optional<T> read(YamlValue value, Place place) {
            return shape.read(value, place);
        }

        @Override
        public JsonSchema schema() {
            return shape.schema().with("minItems", 1).with("minProperties", 1);
        }
    }

    /// @param form of YAML that the first shape is for
    record Either<T>(Class<? extends YamlValue> form, Shape<T> first, Shape<T> other) implements Shape<T> {
        @Override
        public Optional<T> read(YamlValue value, Place place) {
            return form.isInstance(value) ? first.read(value, place) : other.read(value, place);
        }

        @Override
        public JsonSchema schema() {
            return JsonSchema.anyOf(first.schema(), other.schema());
        }
    }
}
