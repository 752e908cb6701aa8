package org.pressroom.bake;

import org.pressroom.catalog.Entry;
import org.pressroom.catalog.People;
import org.pressroom.catalog.People.Person;
import org.pressroom.catalog.People.Role;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The pages of people: `people.html`, then `people/page/2.html`, and one for each, `person/ana-lima.html`, with what
/// they wrote, own, reviewed and decided.
final class PeoplePages {

    /// People on one page.
    private static final int PERSONS = 100;

    private final PageModels models;

    PeoplePages(PageModels models) {
        this.models = models;
    }

    List<Page> pages() {
        List<Person> all = models.catalog().people().all().stream().filter(person -> !models.isNobody(person.name())).toList();
        List<Page> pages = new ArrayList<>();
        for (Paging paging : Paging.of("people.html", "people/", all.size(), PERSONS)) {
            pages.add(new Page(paging.address(), "people", () -> people(all, paging)));
        }
        for (Person person : all) {
            List<Integer> numbers = List.copyOf(person.roles().keySet());
            for (Paging paging : Paging.of(person.page(), "person/" + person.address() + "/", numbers.size(), PageModels.ROWS)) {
                pages.add(new Page(paging.address(), "person", () -> person(person, numbers, paging)));
            }
        }
        return pages;
    }

    private Map<String, Object> people(List<Person> all, Paging paging) {
        List<Map<String, Object>> rows = paging.slice(all, PERSONS).stream().map(person -> new Fields()
            .put("name", PageModels.visible(person.name(), models.messages())).put("href", Href.of(person.page()))
            .put("ideas", person.roles().size()).put("last", models.link(entry(person.roles().firstKey())).map())
            .put("counts", Stream.of(Role.values()).map(person::count).toList()).map()).toList();
        return models.frame(paging.address(), models.paged(models.messages().text("people.title"), paging), "people")
            .put("total", all.size()).put("roles", Stream.of(Role.values()).map(this::label).toList()).put("people", rows).put("paging", paging.model()).map();
    }

    private Map<String, Object> person(Person person, List<Integer> numbers, Paging paging) {
        List<Map<String, Object>> roles = new ArrayList<>();
        for (Role role : Role.values()) {
            if (person.count(role) > 0) {
                roles.add(new Fields().put("label", label(role)).put("count", person.count(role)).map());
            }
        }
        List<Map<String, Object>> rows = paging.slice(numbers, PageModels.ROWS).stream().map(number -> new Fields()
            .putAll(models.row(entry(number)))
            .put("roles", person.in(number).stream().map(this::label).toList())
            .map()).toList();
        String name = PlainText.cut(PageModels.visible(person.name(), models.messages()), 200);
        return models.frame(paging.address(), models.paged(name, paging), "people")
            .put("name", name).put("total", numbers.size()).put("roles", roles).put("rows", rows).put("paging", paging.model()).map();
    }

    private String label(Role role) {
        return models.messages().text("role." + role.label());
    }

    private Entry entry(int number) {
        return models.catalog().entries().get(number);
    }
}
