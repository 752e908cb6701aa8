package org.pressroom.picture;

import java.util.Set;

/// What a drawing may consist of. A name that isn't here doesn't get onto the site.
final class SvgNames {

    static final String SVG = "http://www.w3.org/2000/svg";
    static final String XLINK = "http://www.w3.org/1999/xlink";
    static final String XML = "http://www.w3.org/XML/1998/namespace";
    static final String HTML = "http://www.w3.org/1999/xhtml";

    /// Vocabularies that act or include when a browser or another program reads them, and that no drawing program adds for itself.
    private static final Set<String> ACTIVE = Set.of("http://www.w3.org/2001/XInclude", "http://www.w3.org/2003/XInclude",
        "http://www.w3.org/2001/xml-events", "http://www.w3.org/1999/XSL/Transform", "http://www.w3.org/2002/xforms");
    /// Formulas, which have links of their own. A browser shows them in a label, and so does the text that a label becomes.
    private static final String MATHML = "http://www.w3.org/1998/Math/MathML";

    /// Of SVG 1.1 and 2, without scripts, animations, foreign content and the pre-web fonts.
    static final Set<String> ELEMENTS = Set.of("svg", "g", "defs", "symbol", "use", "switch", "a", "title", "desc",
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image", "text", "tspan", "textPath", "style",
        "marker", "pattern", "clipPath", "mask", "linearGradient", "radialGradient", "stop", "filter",
        "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
        "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR",
        "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight",
        "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence");

    /// Elements that show the picture their `href` holds.
    static final Set<String> PICTURES = Set.of("image", "feImage");

    /// In lower case, in whatever vocabulary.
    static final Set<String> SCRIPTS = Set.of("script", "handler", "listener");

    static final Set<String> ANIMATIONS = Set.of("animate", "animateColor", "animateMotion", "animateTransform", "set", "mpath", "discard");

    /// Attributes without a vocabulary whose values can't name anything to load.
    static final Set<String> ATTRIBUTES = Set.of("id", "class", "lang", "role", "systemLanguage", "version", "baseProfile",
        "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "dx", "dy", "width", "height",
        "d", "points", "pathLength", "viewBox", "preserveAspectRatio", "transform", "rotate", "offset",
        "gradientTransform", "gradientUnits", "spreadMethod", "patternTransform", "patternUnits", "patternContentUnits",
        "markerWidth", "markerHeight", "markerUnits", "refX", "refY", "orient", "clipPathUnits", "maskUnits", "maskContentUnits",
        "textLength", "lengthAdjust", "startOffset", "method", "spacing", "side",
        "primitiveUnits", "filterUnits", "filterRes", "in", "in2", "result", "stdDeviation", "mode", "operator", "k1", "k2", "k3", "k4",
        "type", "values", "tableValues", "slope", "intercept", "amplitude", "exponent", "surfaceScale", "specularConstant",
        "specularExponent", "diffuseConstant", "azimuth", "elevation", "z", "pointsAtX", "pointsAtY", "pointsAtZ",
        "limitingConeAngle", "scale", "xChannelSelector", "yChannelSelector", "kernelMatrix", "kernelUnitLength", "order",
        "divisor", "bias", "targetX", "targetY", "edgeMode", "preserveAlpha", "radius", "baseFrequency", "numOctaves", "seed",
        "stitchTiles");

    /// Properties that are attributes, too.
    static final Set<String> PRESENTATION = Set.of("alignment-baseline", "baseline-shift", "clip-path", "clip-rule", "color",
        "color-interpolation", "color-interpolation-filters", "color-rendering", "direction", "display", "dominant-baseline", "fill",
        "fill-opacity", "fill-rule", "filter", "flood-color", "flood-opacity", "font", "font-family", "font-size", "font-size-adjust",
        "font-stretch", "font-style", "font-variant", "font-weight", "glyph-orientation-horizontal", "glyph-orientation-vertical",
        "image-rendering", "kerning", "letter-spacing", "lighting-color", "marker", "marker-end", "marker-mid", "marker-start", "mask",
        "opacity", "overflow", "paint-order", "pointer-events", "shape-rendering", "stop-color", "stop-opacity", "stroke",
        "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity",
        "stroke-width", "text-anchor", "text-decoration", "text-rendering", "transform-origin", "unicode-bidi", "vector-effect",
        "visibility", "white-space", "word-spacing", "writing-mode");

    /// Properties of style sheets alone. Those that could load something or animate are not here.
    private static final Set<String> STYLES_ONLY = Set.of("background", "background-color", "color-scheme", "cx", "cy", "d",
        "font-feature-settings", "font-kerning", "font-optical-sizing", "font-synthesis", "font-variant-caps",
        "font-variant-east-asian", "font-variant-ligatures", "font-variant-numeric", "font-variant-position", "font-variation-settings",
        "height", "inline-size", "isolation", "line-height", "mask-type", "max-height", "max-width", "min-height", "min-width",
        "mix-blend-mode", "r", "rx", "ry", "shape-inside", "shape-padding", "stroke-alignment", "text-align", "text-decoration-color",
        "text-decoration-line", "text-decoration-style", "text-decoration-thickness", "text-indent", "text-orientation", "text-overflow",
        "text-shadow", "text-transform", "text-underline-offset", "transform", "transform-box", "width", "x", "y");

    static final Set<String> PROPERTIES = union(PRESENTATION, STYLES_ONLY);

    static final Set<String> VALUE_FUNCTIONS = Set.of("rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color",
        "color-mix", "light-dark", "var", "calc", "min", "max", "clamp", "matrix", "matrix3d", "translate", "translatex", "translatey",
        "translate3d", "scale", "scalex", "scaley", "rotate", "skew", "skewx", "skewy", "blur", "brightness", "contrast", "drop-shadow",
        "grayscale", "hue-rotate", "invert", "opacity", "saturate", "sepia", "inset", "circle", "ellipse", "polygon", "path");

    static final Set<String> SELECTOR_FUNCTIONS =
        Set.of("not", "is", "where", "has", "lang", "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type");

    /// Elements of HTML in a label that are words and their looks. Any other is a refusal.
    static final Set<String> LABEL_ELEMENTS = Set.of("body", "div", "span", "p", "br", "b", "i", "strong", "em", "u", "s", "strike", "del",
        "ins", "mark", "small", "big", "sub", "sup", "font", "center", "code", "pre", "kbd", "samp", "tt", "var", "q", "cite", "abbr",
        "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table", "thead", "tbody", "tfoot",
        "tr", "td", "th", "caption", "colgroup", "col", "label", "section", "article", "header", "footer", "figure", "figcaption", "a", "wbr",
        "bdi", "bdo");

    /// Those that begin a new line.
    static final Set<String> LABEL_LINES = Set.of("body", "div", "p", "br", "center", "pre", "blockquote", "ul", "ol", "li", "dl", "dt", "dd",
        "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table", "thead", "tbody", "tfoot", "tr", "caption", "section", "article", "header",
        "footer", "figure", "figcaption");

    private SvgNames() { }

    /// Whether a vocabulary could act in a drawing.
    ///
    /// @param label whether it stands within a label
    static boolean isActive(String vocabulary, boolean label) {
        return ACTIVE.contains(vocabulary) || !label && vocabulary.equals(MATHML);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new java.util.HashSet<>(one);
        all.addAll(other);
        return Set.copyOf(all);
    }
}
