package org.pressroom.config;

import org.pressroom.diagnostic.Position;
import org.pressroom.source.SourceSpan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What may stand in one place of `pressroom.yaml`. A shape reads a value and says what is wrong with it, and it writes
/// the JSON Schema of that place, so the two can't part.
///
/// @param <T> what is read
interface Shape<T> {

    /// Where a value stands.
    ///
    /// @param path    the keys that lead there: `site.name`
    /// @param element whether it is in a list
    record Place(String path, boolean element, ConfigurationFindings findings) {
        Place below(String key) {
            return new Place(path.isEmpty() ? key : path + "." + key, false, findings);
        }

        Place inside() {
            return new Place(path, true, findings);
        }

        void bad(SourceSpan span, String message, String fix) {
            findings.badValue(span, message, fix);
        }

        Position at(SourceSpan span) {
            return findings.at(span);
        }

        /// The last key of the path.
        String key() {
            return path.substring(path.lastIndexOf('.') + 1);
        }

        /// The path as it is named in a sentence.
        String name() {
            return path.isEmpty() ? "the configuration" : (element ? "an element of `" : "`") + path + "`";
        }
    }

    /// Reads a value; what can't be used is reported, and empty.
    Optional<T> read(YamlValue value, Place place);

    JsonSchema schema();

    /// Whether a key may stand there with nothing behind it, as if it had not been written.
    default boolean mayBeAbsent() {
        return true;
    }

    /// The same shape, what is read made into something else.
    default <U> Shape<U> as(Function<T, U> meaning) {
        return new Shapes.Mapped<>(this, meaning);
    }

    /// A text that is not blank, white space at its ends left out.
    static Shape<YamlValue.Scalar> text() {
        return new Shapes.Text(null, "", "");
    }

    /// A text of a form.
    ///
    /// @param form    what the text must match from end to end; in the part of the language that ECMAScript has too
    /// @param message what is wrong with another text, `{}` standing for it
    static Shape<YamlValue.Scalar> text(Pattern form, String message, String fix) {
        return new Shapes.Text(form, message, fix);
    }

    /// One of some words.
    ///
    /// @param noun what the words are: "severity"
    static Shape<YamlValue.Scalar> oneOf(String noun, Collection<String> words) {
        return new Shapes.OneOf(noun, List.copyOf(words));
    }

    /// A text for which there are words to propose, though others may be right too.
    static Shape<YamlValue.Scalar> proposing(Collection<String> words) {
        return new Shapes.Proposing(List.copyOf(words));
    }

    /// A pattern of paths.
    static Shape<PathGlob> glob() {
        return Shapes.Glob.LISTED;
    }

    /// `true` or `false`.
    static Shape<Boolean> truth() {
        return new Shapes.Truth();
    }

    /// A whole number.
    ///
    /// @param least    0 or 1, the least that may be written
    /// @param standard what counts when none is written
    static Shape<Integer> number(int least, int standard) {
        return new Shapes.Whole(least, standard);
    }

    /// A list.
    static <E> Shape<List<E>> listOf(Shape<E> element) {
        return new Shapes.ListOf<>(element);
    }

    /// A list of patterns of paths, or one by itself.
    static Shape<List<PathGlob>> globs() {
        return new Shapes.Either<>(YamlValue.Scalar.class, Shapes.Glob.ALONE.as(List::of), listOf(glob()));
    }

    /// What must stand behind its key: an empty value of a key that hides something may be a slip.
    static <T> Shape<T> present(Shape<T> shape) {
        return new Shapes.Present<>(shape);
    }

    /// A mapping of names that the author chooses.
    static <V> Shape<List<Shapes.Named<V>>> mapTo(Shape<V> value) {
        return new Shapes.MapTo<>(value);
    }

    /// A list or mapping that holds something.
    static <T> Shape<T> some(Shape<T> shape) {
        return new Shapes.Some<>(shape);
    }

    /// A list, or something else when it is none.
    static <T> Shape<T> listOr(Shape<T> list, Shape<T> other) {
        return new Shapes.Either<>(YamlValue.Sequence.class, list, other);
    }

    /// One text, or something else when it is none.
    static <T> Shape<T> textOr(Shape<T> text, Shape<T> other) {
        return new Shapes.Either<>(YamlValue.Scalar.class, text, other);
    }
}
