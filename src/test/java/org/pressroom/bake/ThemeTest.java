package org.pressroom.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An archive's own templates and assets.
class ThemeTest {

    @TempDir
    private Path temp;
    private Path templates;
    private Path assets;
    private Path output;

    @BeforeEach
    void folders() throws IOException {
        templates = Files.createDirectory(temp.resolve("templates"));
        assets = Files.createDirectory(temp.resolve("assets"));
        output = Files.createDirectory(temp.resolve("output"));
    }

    private BakedSite bake() throws IOException, TemplateFault {
        return new ArchiveFixture().idea("1", "title: One", "status: draft").idea("2", "title: Two", "status: draft")
            .theme(templates, assets).bake(output);
    }

    private TemplateFault fault(String template, String text) throws IOException {
        output = Files.createTempDirectory(temp, "output");
        Files.createDirectories(templates.resolve(template).getParent());
        Files.writeString(templates.resolve(template), text);
        return assertThrows(TemplateFault.class, this::bake);
    }

    @Test
    void aTemplateTakesThePlaceOfOursAndTheOthersStay() throws Exception {
        Files.writeString(templates.resolve("404.ftlh"), "<p>Gone: ${site.name}</p>");
        BakedSite site = bake();
        assertEquals("<p>Gone: Pressroom</p>", site.text("404.html"));
        assertTrue(site.text("index.html").contains("<main"));
    }

    @Test
    void anIncludedTemplateCanBeReplacedToo() throws Exception {
        Files.createDirectory(templates.resolve("parts"));
        String ours = Files.readString(Path.of("templates/parts/common.ftlh"));
        Files.writeString(templates.resolve("parts/common.ftlh"),
            ours.replace("class=\"table-scroll", "class=\"mine table-scroll"));
        assertEquals(1, bake().page("ideas.html").select(".mine").size());
    }

    @Test
    void anAssetTakesThePlaceOfOursAndItsAddressFollowsItsContent() throws Exception {
        Files.writeString(assets.resolve("logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Files.writeString(assets.resolve("site.css"),
            "body { background: url(logo.svg) } p { background: url( 'data:x' ) }");
        BakedSite site = bake();
        String logo = site.addresses().stream().filter(a -> a.startsWith("assets/logo.")).findFirst()
            .orElseThrow();
        String css = site.addresses().stream().filter(a -> a.startsWith("assets/site.") && a.endsWith(".css")).findFirst().orElseThrow();
        assertTrue(logo.matches("assets/logo\\.[0-9a-f]{10}\\.svg"), logo);
        assertEquals("body { background: url(\"" + logo.substring("assets/".length())
            + "\") } p { background: url( 'data:x' ) }", site.text(css));
        assertEquals("../" + css, site.page("ideas/1.html").select("link[rel=stylesheet]").attr("href"));
    }

    @Test
    void hiddenFilesAndLinksAreLeftOutAndOtherEnginesTemplatesAreReported() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret"), "secret");
        Files.createSymbolicLink(assets.resolve("link.txt"), secret);
        Files.writeString(assets.resolve(".hidden"), "x");
        Files.writeString(templates.resolve("404.ftl"), "${\"freemarker.template.utility.Execute\"?new()(\"id\")}");
        Files.writeString(templates.resolve("index.gsp"), "<% System.exit(1) %>");
        BakedSite site = bake();
        assertEquals(List.of("404.ftl", "index.gsp"), site.report().unused());
        assertTrue(site.addresses().stream().noneMatch(a -> a.contains("link") || a.contains("hidden")));
        assertTrue(site.text("404.html").contains("There is no page"));
    }

    @Test
    void aFaultTellsTemplateLineColumnAndPage() throws Exception {
        TemplateFault missing = fault("idea.ftlh", "<h1>\n  ${idea.nothing}</h1>");
        assertEquals("idea.ftlh", missing.template());
        assertEquals(2, missing.line());
        assertEquals(5, missing.column());
        assertEquals("The following has evaluated to null or missing: idea.nothing", missing.getMessage());
        assertEquals("ideas/1.html", missing.page());
    }

    @Test
    void aSyntaxErrorIsAFaultOfItsTemplate() throws Exception {
        TemplateFault syntax = fault("home.ftlh", "<p>\n<#if x>\n");
        assertEquals("home.ftlh", syntax.template());
        assertTrue(syntax.line() >= 1 && !syntax.getMessage().isBlank());
        assertEquals("index.html", syntax.page());
    }

    @Test
    void aMissingIncludeAndAMissingMessageAreFaults() throws Exception {
        assertTrue(fault("home.ftlh", "<#include 'no.ftlh'>").getMessage().contains("no.ftlh"));
        assertEquals(1, fault("home.ftlh", "${msg('no.such')}").line());
    }

    @Test
    void templatesReachNoClassNoObjectAndNoOtherFile() throws Exception {
        Files.writeString(temp.resolve("secret.ftlh"), "secret");
        for (String attack : List.of("${'freemarker.template.utility.Execute'?new()('id')}",
                "${'freemarker.template.utility.ObjectConstructor'?new()('java.lang.String')}",
                "${site?api.class}", "${site.class.name}", "<#include '/../secret.ftlh'>",
                "<#include '../secret.ftlh'>", "${msg.class}", "${.data_model.db}", "${config.version}",
                "${renderer}")) {
            assertFalse(fault("home.ftlh", attack).getMessage().contains("uid="), attack);
        }
    }

    @Test
    void anEmptyTemplateIsRefused() throws Exception {
        Files.writeString(templates.resolve("404.ftlh"), "");
        IOException e = assertThrows(IOException.class, this::bake);
        assertTrue(String.valueOf(e.getMessage()).contains("404.html came out empty"), e.getMessage());
    }
}
