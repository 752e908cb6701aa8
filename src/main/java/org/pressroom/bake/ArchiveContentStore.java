package org.pressroom.bake;

import org.jbake.app.ContentStore;
import org.jbake.app.DocumentList;
import org.jbake.model.DocumentModel;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.Facet;
import org.pressroom.catalog.FacetKind;

import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// JBake's view of the catalog, in the place of its database. Read-only; safe for several threads.
///
/// There is one type of document, [#TYPE]. Rendering tools and template engines from elsewhere see every idea as
/// published, newest first, with title, address, tags and facts but without its body.
final class ArchiveContentStore extends ContentStore {

    static final String TYPE = "idea";

    private final Catalog catalog;
    private final SitePlan plan;

    ArchiveContentStore(Catalog catalog, SitePlan plan) {
        super("catalog", "catalog");
        this.catalog = catalog;
        this.plan = plan;
    }

    SitePlan plan() {
        return plan;
    }

    private static DocumentModel model(Entry entry) {
        DocumentModel model = new DocumentModel();
        model.setType(TYPE);
        model.setStatus("published");
        model.setName(entry.id().shown());
        model.setTitle(PlainText.of(entry.facts().title()));
        model.setUri(entry.page());
        model.setNoExtensionUri(entry.page());
        model.setRootPath(Href.root(entry.page()));
        model.setTags(entry.facts().tags().toArray(String[]::new));
        model.setSourceUri(entry.facts().path().toString());
        model.setSha1(entry.facts().blobId());
        model.setRendered(false);
        model.setCached(true);
        model.put("summary", PlainText.of(entry.facts().summary()));
        return model;
    }

    private static DocumentList<DocumentModel> list(Collection<Entry> entries) {
        DocumentList<DocumentModel> list = new DocumentList<>();
        entries.forEach(entry -> list.add(model(entry)));
        return list;
    }

    private List<Entry> newestFirst(String type) {
        return type.equals(TYPE) ? catalog.entries().reversed() : List.of();
    }

    @Override
    public void startup() { }

    @Override
    public void close() { }

    @Override
    public void shutdown() { }

    @Override
    public void drop() { }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public void updateAndClearCacheIfNeeded(boolean needed, File templateFolder) { }

    @Override
    public long getDocumentCount(String type) {
        return newestFirst(type).size();
    }

    @Override
    public long getPublishedCount(String type) {
        return newestFirst(type).size();
    }

    @Override
    public DocumentList<DocumentModel> getDocumentByUri(String uri) {
        return list(catalog.entries().stream().filter(e -> e.facts().path().toString().equals(uri)).toList());
    }

    @Override
    public DocumentList<DocumentModel> getDocumentStatus(String uri) {
        return getDocumentByUri(uri);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPosts() {
        return new DocumentList<>();
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPosts(boolean applyPaging) {
        return new DocumentList<>();
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPostsByTag(String tag) {
        return new DocumentList<>();
    }

    @Override
    public DocumentList<DocumentModel> getPublishedDocumentsByTag(String tag) {
        return list(catalog.facets(FacetKind.TAG).stream().filter(f -> f.value().equals(tag))
            .flatMap(f -> f.entries().stream()).toList());
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPages() {
        return new DocumentList<>();
    }

    @Override
    public DocumentList<DocumentModel> getPublishedContent(String type) {
        return list(newestFirst(type));
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String type) {
        return list(newestFirst(type));
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String type, boolean applyPaging) {
        return list(newestFirst(type));
    }

    @Override
    public DocumentList<DocumentModel> getUnrenderedContent() {
        return new DocumentList<>();
    }

    @Override
    public Set<String> getTags() {
        return getAllTags();
    }

    @Override
    public Set<String> getAllTags() {
        Set<String> tags = new TreeSet<>();
        for (Facet tag : catalog.facets(FacetKind.TAG)) {
            tags.add(tag.value());
        }
        return tags;
    }

    @Override
    public void markContentAsRendered(DocumentModel document) { }

    @Override
    public void deleteContent(String uri) {
        throw readOnly();
    }

    @Override
    public void deleteAllByDocType(String type) {
        throw readOnly();
    }

    @Override
    public void addDocument(DocumentModel document) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("the archive can't be changed from a template or rendering tool");
    }
}
