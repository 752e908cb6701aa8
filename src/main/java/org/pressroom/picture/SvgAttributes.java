package org.pressroom.picture;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

import java.util.Locale;
import java.util.Set;

/// The attributes of a drawing's elements: which are refused, and which are written.
final class SvgAttributes {

    private static final Set<String> ANIMATED_VALUES = Set.of("from", "to", "by", "values");

    private final boolean keepMetadata;
    private final int depth;
    private final Set<String> removed;

    SvgAttributes(boolean keepMetadata, int depth, Set<String> removed) {
        this.keepMetadata = keepMetadata;
        this.depth = depth;
        this.removed = removed;
    }

    private static boolean isAddress(Attributes written, int i) {
        String name = written.getLocalName(i).toLowerCase(Locale.ROOT);
        return (name.equals("href") || name.equals("src")) && (written.getURI(i).isEmpty() || written.getURI(i).equals(SvgNames.XLINK));
    }

    /// Refuses what an element of SVG would load or run, whether it is kept or not.
    void check(String element, Attributes written) throws SvgRefusal {
        boolean animation = SvgNames.ANIMATIONS.contains(element);
        for (int i = 0; i < written.getLength(); i++) {
            String value = written.getValue(i);
            if (isAddress(written, i)) {
                checkAddress(element, SvgLinks.clean(value));
            } else if (animation) {
                checkAnimation(written.getLocalName(i), value);
            } else if (written.getURI(i).isEmpty() && !isLoose(written.getLocalName(i))) {
                CssRebuild.refuseOutward(value);
            }
        }
    }

    /// Attributes that aren't styles: plain values, and what programs keep for themselves.
    private static boolean isLoose(String name) {
        return SvgNames.ATTRIBUTES.contains(name) || name.equals("content") || name.startsWith("data-") || name.startsWith("aria-");
    }

    private static void checkAddress(String element, String address) throws SvgRefusal {
        if (address.isEmpty() || SvgLinks.isLocal(address)) {
            return;
        }
        if (element.equals("a")) {
            SvgLinks.refuseScript(address);
        } else if (!SvgNames.PICTURES.contains(element) || !DataPicture.isOne(address)) {
            throw SvgRefusal.outward(address);
        }
    }

    private static void checkAnimation(String name, String value) throws SvgRefusal {
        if (name.equals("attributeName")) {
            String target = value.strip().toLowerCase(Locale.ROOT);
            String local = target.substring(target.indexOf(':') + 1);
            if (local.equals("href") || local.equals("src") || local.equals("style") || local.startsWith("on")) {
                throw new SvgRefusal("changes a link or a handler by an animation (" + SvgRefusal.excerpt(value) + ")");
            }
        } else if (ANIMATED_VALUES.contains(name)) {
            CssRebuild.refuseOutward(value);
            if (SvgLinks.isOutward(value)) {
                throw SvgRefusal.outward(value);
            }
        }
    }

    /// Refuses what an element of HTML in a label would load or run; nothing of it is written.
    void checkHtml(Attributes written) throws SvgRefusal {
        for (int i = 0; i < written.getLength(); i++) {
            String name = written.getLocalName(i).toLowerCase(Locale.ROOT);
            String value = written.getValue(i);
            if (name.equals("href")) {
                SvgLinks.refuseScript(SvgLinks.clean(value));
            } else if (name.equals("style")) {
                CssRebuild.refuseOutward(value);
            } else if (SvgLinks.isOutward(value) && !name.startsWith("data-") && !name.equals("title") && !name.equals("requiredfeatures")) {
                throw SvgRefusal.outward(value);
            }
        }
    }

    /// Writes those that are allowed.
    void write(String element, Attributes written, SvgText out) throws SvgRefusal {
        boolean address = false;
        for (int i = 0; i < written.getLength(); i++) {
            if (isAddress(written, i)) {
                address |= writeAddress(written, i, address, out);
            } else {
                String name = name(written, i);
                String value = name == null ? null : value(name, written.getValue(i));
                if (name != null && value != null) {
                    out.attribute(name, value);
                }
            }
        }
        if (!address && SvgNames.PICTURES.contains(element)) {
            removed.add("a picture that browsers don't show");
        }
    }

    private static @Nullable String name(Attributes written, int i) {
        String local = written.getLocalName(i);
        return switch (written.getURI(i)) {
            case "" -> local;
            case SvgNames.XML -> local.equals("space") || local.equals("lang") ? "xml:" + local : null;
            default -> null;
        };
    }

    private @Nullable String value(String name, String written) throws SvgRefusal {
        if (name.startsWith("xml:") || SvgNames.ATTRIBUTES.contains(name) || name.startsWith("aria-") && name.chars().allMatch(c -> CssTokens.isNamePart(c) && c < 0x80)) {
            return written;
        }
        if (name.equals("style")) {
            CssRebuild.Styles styles = CssRebuild.declarations(written);
            return styles.css().isEmpty() ? null : styles.css();
        }
        return SvgNames.PRESENTATION.contains(name) ? CssRebuild.value(written) : null;
    }

    /// @param twice whether the element has an address already; an older form may stand beside it
    private boolean writeAddress(Attributes written, int i, boolean twice, SvgText out) throws SvgRefusal {
        String address = SvgLinks.clean(written.getValue(i));
        boolean href = written.getLocalName(i).equals("href") && !twice;
        if (!href || address.isEmpty()) {
            return false;
        }
        if (SvgLinks.isLocal(address)) {
            out.attribute("href", address);
            return true;
        }
        if (!DataPicture.isOne(address)) {
            removed.add("links");
            return false;
        }
        String picture = DataPicture.clean(address, keepMetadata, depth);
        if (picture == null) {
            removed.add("a picture that browsers don't show");
            return false;
        }
        out.attribute("href", picture);
        return true;
    }
}
