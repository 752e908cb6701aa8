package org.pressroom.bake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One page of a list.
///
/// @param first  the address of the first page
/// @param folder that holds the folder `page` of the others, ending in `/`
/// @param number one-based
/// @param count  of pages, at least 1
record Paging(String first, String folder, int number, int count) {

    /// All pages of a list, at least one.
    static List<Paging> of(String first, String folder, int size, int perPage) {
        int count = Math.max(1, (size + perPage - 1) / perPage);
        List<Paging> pages = new ArrayList<>(count);
        for (int n = 1; n <= count; n++) {
            pages.add(new Paging(first, folder, n, count));
        }
        return pages;
    }

    String address() {
        return address(number);
    }

    private String address(int n) {
        return n == 1 ? first : folder + "page/" + n + ".html";
    }

    /// The part of a list that stands on this page.
    <T> List<T> slice(List<T> list, int perPage) {
        int from = (number - 1) * perPage;
        return list.subList(from, Math.min(list.size(), from + perPage));
    }

    /// For templates; a number 0 stands for those that are left out.
    Map<String, Object> model() {
        Fields fields = new Fields().put("number", number).put("count", count);
        if (number > 1) {
            fields.put("previousHref", Href.of(address(number - 1)));
        }
        if (number < count) {
            fields.put("nextHref", Href.of(address(number + 1)));
        }
        List<Map<String, Object>> pages = new ArrayList<>();
        int last = 0;
        for (int n = 1; n <= count; n++) {
            if (n == 1 || n == count || Math.abs(n - number) <= 2) {
                if (n > last + 1) {
                    pages.add(new Fields().put("number", 0).map());
                }
                pages.add(new Fields().put("number", n).put("href", Href.of(address(n)))
                    .put("current", n == number).map());
                last = n;
            }
        }
        return fields.put("pages", pages).map();
    }
}
