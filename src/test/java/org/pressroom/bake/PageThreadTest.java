package org.pressroom.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jbake.template.RenderingException;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

class PageThreadTest {

    private static TemplateFault fault(PageThread.Rendering rendering, Duration longest) {
        RenderingException e = assertThrows(RenderingException.class, () -> PageThread.render("idea.ftlh", "ideas/0001.html", rendering, longest));
        return assertInstanceOf(TemplateFault.class, e.getCause());
    }

    @Test
    void whatEndsEndsAsItWould() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        PageThread.render("idea.ftlh", "ideas/0001.html", () -> done.set(true));
        assertTrue(done.get());
        RenderingException own = new RenderingException("own");
        assertEquals(own, assertThrows(RenderingException.class, () -> PageThread.render("idea.ftlh", "ideas/0001.html", () -> {
            throw own;
        })));
    }

    @Test
    void stepsWithoutEndAreAnErrorInTheTemplateAndTheNextPageHasItsOwn() throws Exception {
        TemplateFault fault = fault(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            throw new IllegalStateException("stopped");
        }, Duration.ofDays(1));
        assertTrue(fault.getMessage().contains("more than 50,000,000 steps"), fault.getMessage());
        assertEquals("idea.ftlh", fault.template());
        PageThread.render("idea.ftlh", "ideas/0002.html", () -> assertFalse(Thread.currentThread().isInterrupted()));
    }

    @Test
    void whatAsksNobodyIsLeftBehind() {
        CountDownLatch end = new CountDownLatch(1);
        TemplateFault fault = fault(() -> {
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
        }, Duration.ofMillis(1));
        assertTrue(fault.getMessage().contains("takes longer"), fault.getMessage());
        end.countDown();
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void tooLittleMemoryIsAnErrorInTheTemplate() {
        TemplateFault fault = fault(() -> {
            throw new OutOfMemoryError("Java heap space");
        }, Duration.ofDays(1));
        assertTrue(fault.getMessage().contains("memory"), fault.getMessage());
    }
}
