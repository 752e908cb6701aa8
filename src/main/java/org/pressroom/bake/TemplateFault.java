package org.pressroom.bake;

/// A template can't be read, or fails on a page.
///
/// Of several pages that fail, it is about the first in the site's plan, whatever the number of threads.
public final class TemplateFault extends Exception {

    private static final long serialVersionUID = 1;

    private final String template;
    private final int line;
    private final int column;
    private final String page;

    /// @param template the template's name in the templates folder: `parts/header.ftlh`
    /// @param line     one-based; 1 when it isn't known
    /// @param column   one-based; 1 when it isn't known
    /// @param message  one sentence without a final full stop
    /// @param page     the address of the page that was being made
    TemplateFault(String template, int line, int column, String message, String page, Throwable cause) {
        super(message, cause);
        this.template = template;
        this.line = line;
        this.column = column;
        this.page = page;
    }

    /// One sentence without a final full stop.
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /// The template's name in the templates folder: `parts/header.ftlh`.
    public String template() {
        return template;
    }

    /// One-based; 1 when it isn't known.
    public int line() {
        return line;
    }

    /// One-based; 1 when it isn't known.
    public int column() {
        return column;
    }

    /// The address of the page that was being made.
    public String page() {
        return page;
    }
}
