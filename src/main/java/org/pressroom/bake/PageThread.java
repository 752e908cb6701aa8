package org.pressroom.bake;

import org.jbake.template.RenderingException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;

/// Makes one page by templates that are not Pressroom's, on a thread of the page's own, so that what never ends is given up.
///
/// The steps of a template's loops are counted, which ends a page at the same place on every machine: FreeMarker asks at each
/// step whether its thread is interrupted, and this thread answers that it is when there have been too many. What FreeMarker
/// does not ask in (a built-in that never ends) is left behind after a time.
final class PageThread extends Thread {

    /// A hundred times what the largest pages of an archive of 10,000 documents take.
    private static final long STEPS = 50_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(90);
    /// As much as the workers have, which make the other pages.
    private static final long STACK_BYTES = 16L << 20;

    private final Rendering rendering;
    private long steps;
    private volatile @Nullable Throwable failure;

    /// What makes the text of a page.
    @FunctionalInterface
    interface Rendering {
        void run() throws RenderingException;
    }

    private PageThread(Rendering rendering, String page) {
        super(null, null, "pressroom-page-" + page, STACK_BYTES);
        this.rendering = rendering;
        setDaemon(true);
    }

    /// Makes a page and waits for it.
    ///
    /// @param template that is blamed when the page takes too much
    /// @throws RenderingException what the rendering throws, or that it takes too much
    static void render(String template, String page, Rendering rendering) throws RenderingException {
        render(template, page, rendering, LONGEST);
    }

    static void render(String template, String page, Rendering rendering, Duration longest) throws RenderingException {
        PageThread thread = new PageThread(rendering, page);
        thread.start();
        try {
            boolean ended = thread.join(longest);
            thread.interrupt();
            if (!ended && !thread.join(Duration.ofSeconds(1))) {
                throw fault(template, page, "making the page takes longer than " + longest.toSeconds() + " seconds", new IllegalStateException("the page never ends"));
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        thread.rethrow(template, page, longest);
    }

    private void rethrow(String template, String page, Duration longest) throws RenderingException {
        switch (failure) {
            case null -> { }
            case RenderingException e -> throw e;
            case OutOfMemoryError e -> throw fault(template, page, "making the page needs more memory than is available", e);
            case Throwable e when steps > STEPS -> throw fault(template, page,
                String.format(Locale.ROOT, "the loops of the template, or of one that it includes, take more than %,d steps", STEPS), e);
            case Throwable e when isInterrupted() -> throw fault(template, page, "making the page takes longer than " + longest.toSeconds() + " seconds", e);
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new RenderingException(e);
        }
    }

    private static RenderingException fault(String template, String page, String message, Throwable cause) {
        return new RenderingException(new TemplateFault(template, 1, 1, message, page, cause));
    }

    @Override
    public void run() {
        try {
            rendering.run();
        } catch (Throwable e) {
            failure = e;
        }
    }

    @Override
    public boolean isInterrupted() {
        return Thread.currentThread() == this && ++steps > STEPS || super.isInterrupted();
    }
}
