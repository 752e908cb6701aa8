package org.pressroom.bake;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;

import java.util.ArrayList;
import java.util.List;

/// What templates call for words: `msg("decided.by", name)`, `count("ideas", n)`, `number(n)`, and `texts("search-page.")` for
/// those that a script needs, as JSON in a data attribute.
///
/// An argument of `msg` that is markup makes the whole text markup, with all else escaped.
final class MessageFunction implements TemplateMethodModelEx {

    enum Form { TEXT, COUNT, NUMBER, JSON }

    private final Messages messages;
    private final Form form;

    MessageFunction(Messages messages, Form form) {
        this.messages = messages;
        this.form = form;
    }

    @Override
    public TemplateModel exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        try {
            return switch (form) {
                case TEXT -> text(arguments);
                case COUNT -> new SimpleScalar(messages.count(string(arguments, 0), number(arguments, 1)));
                case JSON -> new SimpleScalar(messages.json(strings(arguments)));
                case NUMBER -> new SimpleScalar(messages.number(number(arguments, 0)));
            };
        } catch (IllegalArgumentException e) {
            throw new TemplateModelException(e.getMessage(), e);
        }
    }

    private TemplateModel text(List<?> arguments) throws TemplateModelException {
        String key = string(arguments, 0);
        boolean markup = arguments.stream().anyMatch(TemplateHTMLOutputModel.class::isInstance);
        Object[] values = new Object[arguments.size() - 1];
        for (int i = 0; i < values.length; i++) {
            Object argument = arguments.get(i + 1);
            values[i] = switch (argument) {
                case TemplateHTMLOutputModel html -> HTMLOutputFormat.INSTANCE.getMarkupString(html);
                case TemplateNumberModel number -> messages.number(number.getAsNumber().longValue());
                default -> markup ? HTMLOutputFormat.INSTANCE.escapePlainText(string(arguments, i + 1))
                    : string(arguments, i + 1);
            };
        }
        return markup
            ? HTMLOutputFormat.INSTANCE.fromMarkup(
                Messages.fill(HTMLOutputFormat.INSTANCE.escapePlainText(messages.required(key)), values))
            : new SimpleScalar(messages.text(key, values));
    }

    private static List<String> strings(List<?> arguments) throws TemplateModelException {
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            strings.add(string(arguments, i));
        }
        return strings;
    }

    private static String string(List<?> arguments, int n) throws TemplateModelException {
        if (n < arguments.size() && arguments.get(n) instanceof TemplateScalarModel text) {
            String string = text.getAsString();
            return string == null ? "" : string;
        }
        throw new TemplateModelException("argument " + (n + 1) + " must be a text");
    }

    private static long number(List<?> arguments, int n) throws TemplateModelException {
        if (n < arguments.size() && arguments.get(n) instanceof TemplateNumberModel number) {
            return number.getAsNumber().longValue();
        }
        throw new TemplateModelException("argument " + (n + 1) + " must be a number");
    }
}
