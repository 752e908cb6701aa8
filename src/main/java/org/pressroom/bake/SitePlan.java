package org.pressroom.bake;

import org.pressroom.files.Staging;

import java.util.ArrayList;
import java.util.List;

/// Which pages a site has, in the order in which they are begun: ideas by number, then everything that lists them.
///
/// @param threads how many pages are made at a time
/// @param count   is told of each page
record SitePlan(List<Page> pages, int threads, PageCount count) {

    SitePlan {
        pages = List.copyOf(pages);
    }

    static SitePlan of(PageModels models, IdeaFiles files, Staging staging, Insights insights, int threads, PageCount count) {
        List<Page> pages = new ArrayList<>();
        HealthPages health = new HealthPages(models);
        List<Page> ideas = new IdeaPages(models, files, health, staging).pages();
        pages.add(new Page("index.html", "home", () -> HomePage.model(models)));
        pages.addAll(new ListPages(models).pages());
        if (models.shows("board")) {
            pages.add(new Page("board.html", "board", () -> BoardPage.model(models)));
        }
        if (models.shows("timeline")) {
            pages.addAll(new TimelinePages(models).pages());
        }
        if (models.shows("insights")) {
            pages.add(new Page("insights.html", "insights", insights::page));
        }
        pages.addAll(new StalePages(models).pages());
        if (models.shows("people")) {
            pages.addAll(new PeoplePages(models).pages());
        }
        pages.add(new Page("glossary.html", "glossary", () -> GlossaryPage.model(models)));
        if (models.input().edition().searchable()) {
            pages.add(new Page("search.html", "search", () -> SearchPage.model(models)));
            pages.add(new Page("tried.html", "tried", () -> TriedPage.model(models)));
        }
        pages.addAll(new SitePages(models).pages());
        pages.addAll(health.pages());
        pages.add(new Page("404.html", "404", () -> NotFoundPage.model(models)));
        pages.addAll(Feeds.pages(models));
        pages.addAll(RedirectFiles.pages(models));
        pages.replaceAll(page -> page.with(new ModelRecall(page, models, staging)));
        pages.addAll(0, ideas);
        return new SitePlan(pages, threads, count);
    }
}
