package org.pressroom.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// Tries each property of which all values come from generators of its own, each for the same share of `-Dfuzz.seconds` (600).
///
/// Every value has a seed of its own, which is printed with what fails; `-Dfuzz.seed=N -Dfuzz.seconds=1` begins there again. A value that
/// fails is left in `target/fuzz`. Nothing is asserted about time, but the slowest value of each property is told.
@Tag("fuzz")
class FuzzIT {

    private static final long SECONDS = Long.getLong("fuzz.seconds", 600);
    private static final Path LEFT = Path.of("target/fuzz");
    private static final int PROPERTIES_AT_LEAST = 9;
    private static final int SIZE = 1_000;

    /// @param generators one for each parameter
    private record Target(Method property, Object instance, List<RandomGenerator<?>> generators) {
        String name() {
            return property.getDeclaringClass().getSimpleName() + "." + property.getName();
        }
    }

    private static List<Target> targets() {
        return new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("org.pressroom").stream()
            .flatMap(type -> type.getMethods().stream()).filter(method -> method.isAnnotatedWith(Property.class))
            .map(JavaMethod::reflect)
            .filter(method -> Arrays.stream(method.getParameters()).allMatch(p -> p.isAnnotationPresent(ForAll.class) && !p.getAnnotation(ForAll.class).value().isEmpty()))
            .sorted(Comparator.comparing(Method::toString)).map(FuzzIT::target).toList();
    }

    private static Target target(Method property) {
        try {
            Constructor<?> constructor = property.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            property.setAccessible(true);
            Object instance = constructor.newInstance();
            List<RandomGenerator<?>> generators = new ArrayList<>();
            for (var parameter : property.getParameters()) {
                Method provider = property.getDeclaringClass().getDeclaredMethod(parameter.getAnnotation(ForAll.class).value());
                provider.setAccessible(true);
                generators.add(((Arbitrary<?>) provider.invoke(instance)).generator(SIZE));
            }
            return new Target(property, instance, generators);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(property.toString(), e);
        }
    }

    @Test
    void propertiesHoldForFreshValues() {
        List<String> failures = new ArrayList<>();
        JqwikSession.run(() -> {
            List<Target> targets = targets();
            assertTrue(targets.size() >= PROPERTIES_AT_LEAST, targets.size() + " properties");
            for (Target target : targets) {
                run(target, SECONDS * 1_000_000_000L / targets.size(), failures);
            }
        });
        assertEquals(List.of(), failures);
    }

    private static void run(Target target, long nanos, List<String> failures) {
        long seed = Long.getLong("fuzz.seed", new Random().nextLong());
        long first = seed;
        long begin = System.nanoTime();
        long slowest = 0;
        long slowestSeed = seed;
        int failed = 0;
        while (System.nanoTime() - begin < nanos && failed < 5) {
            Random random = new Random(seed);
            Object[] values = target.generators().stream().map(generator -> generator.next(random).value()).toArray();
            long from = System.nanoTime();
            try {
                target.property().invoke(target.instance(), values);
            } catch (InvocationTargetException e) {
                failed++;
                failures.add(target.name() + ", seed " + seed + ": " + e.getCause());
                leave(target.name() + "-" + seed, values);
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
            if (System.nanoTime() - from > slowest) {
                slowest = System.nanoTime() - from;
                slowestSeed = seed;
            }
            seed++;
        }
        System.out.printf("%s: %,d values from seed %d, %d failed, the slowest took %d ms (seed %d)%n", target.name(), seed - first, first, failed,
            slowest / 1_000_000, slowestSeed);
    }

    private static void leave(String name, Object[] values) {
        try {
            Files.createDirectories(LEFT);
            for (int i = 0; i < values.length; i++) {
                byte[] bytes = values[i] instanceof byte[] raw ? raw : String.valueOf(values[i]).getBytes(StandardCharsets.UTF_8);
                Files.write(LEFT.resolve(name + (values.length > 1 ? "-" + i : "")), bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
