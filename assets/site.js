// Small comforts. Every page is whole without them.
(function () {
  "use strict";

  var store = {
    get: function (key) {
      try { return localStorage.getItem(key); } catch (e) { return null; }
    },
    set: function (key, value) {
      try { localStorage.setItem(key, value); } catch (e) { /* private browsing, file:// */ }
    }
  };

  // A link to a question, or into its answer, opens it.
  function openTarget() {
    var id;
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (e) { return; }
    var target = id && document.getElementById(id);
    var details = target && target.closest("details");
    if (details && !details.open) {
      details.open = true;
      target.scrollIntoView();
    }
  }
  addEventListener("hashchange", openTarget);
  openTarget();

  // Which is also done for paper, and undone after.
  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.prototype.filter.call(document.querySelectorAll("details"), function (d) { return !d.open; });
    opened.forEach(function (d) { d.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (d) { d.open = false; });
    opened = [];
  });

  document.querySelectorAll(".open-all").forEach(function (button) {
    var questions = button.closest(".section").querySelectorAll(".question details");
    var open = false;
    button.hidden = false;
    button.addEventListener("click", function () {
      open = !open;
      questions.forEach(function (d) { d.open = open; });
      button.textContent = open ? button.dataset.close : button.dataset.open;
    });
  });

  // The press release alone, on one sheet of paper.
  var onePage = document.querySelector(".one-page");
  if (onePage) {
    onePage.addEventListener("click", function () { setTimeout(print); });
    addEventListener("afterprint", function () {
      if (location.hash === onePage.hash) location.replace("#~main");
    });
  }

  // The table of contents says where the reader is: at the last heading above the upper quarter of the window.
  var entries = [];
  document.querySelectorAll(".contents a").forEach(function (link) {
    var heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) entries.push({ link: link, heading: heading });
  });
  if (entries.length && window.IntersectionObserver) {
    var rail = document.querySelector(".contents");
    var observer = new IntersectionObserver(function () {
      var current;
      entries.forEach(function (entry) {
        if (entry.heading.getBoundingClientRect().top < innerHeight / 4) current = entry;
      });
      entries.forEach(function (entry) {
        if (entry === current) entry.link.setAttribute("aria-current", "true");
        else entry.link.removeAttribute("aria-current");
      });
      if (current && rail.scrollHeight > rail.clientHeight) {
        rail.scrollTop = current.link.offsetTop - rail.clientHeight / 2;
      }
    }, { rootMargin: "1000000px 0px -75% 0px" });
    entries.forEach(function (entry) { observer.observe(entry.heading); });
  }

  // A list remembers its rows when the reader leaves by one of them; the idea then leads on to the next row.
  var ROWS = ".ideas tbody th a, #results > li .hit-title a";
  var LONGEST = 100;
  function leave(event) {
    var from = event.target.closest && event.target.closest(ROWS);
    if (!from) return;
    var rows = (from.closest("table") || from.closest("#results")).querySelectorAll(ROWS);
    var items = Array.prototype.slice.call(rows, 0, LONGEST).map(function (row) {
      return [row.pathname, row.textContent.slice(0, 200)];
    });
    var brand = document.querySelector(".brand");
    var label = document.title;
    var logo = brand && brand.querySelector("img");
    var name = logo ? logo.alt : brand ? brand.textContent : "";
    if (name && label.endsWith(" · " + name)) label = label.slice(0, -3 - name.length);
    try {
      sessionStorage.setItem("list", JSON.stringify({ label: label, href: location.pathname + location.search, items: items }));
    } catch (e) { /* private browsing, file:// */ }
  }
  addEventListener("click", leave);
  addEventListener("auxclick", leave);

  function remembered() {
    try {
      var list = JSON.parse(sessionStorage.getItem("list"));
      return list && Array.isArray(list.items) ? list : null;
    } catch (e) { return null; }
  }

  function neighbour(name, item, label) {
    var p = document.createElement("p");
    p.className = name;
    // Only a path of this site is a link.
    if (item && /^\/(?!\/)/.test(item[0])) {
      var span = p.appendChild(document.createElement("span"));
      span.textContent = label;
      p.append(" ");
      var link = p.appendChild(document.createElement("a"));
      link.href = item[0];
      link.appendChild(document.createElement("bdi")).textContent = item[1];
    }
    return p;
  }

  var neighbours = document.querySelector(".neighbours");
  var list = neighbours && remembered();
  if (list) {
    var at = list.items.findIndex(function (item) { return item[0] === location.pathname; });
    if (at >= 0) {
      var place = neighbour("place", [list.href, ""], "");
      var back = place.querySelector("a");
      place.textContent = "";
      if (back) {
        back.textContent = neighbours.dataset.place.replace(/\{(\d)\}/g, function (_, n) {
          return [at + 1, list.items.length, list.label][n];
        });
        place.append(back);
      }
      neighbours.replaceChildren(place, neighbour("earlier", list.items[at - 1], neighbours.dataset.previous),
        neighbour("later", list.items[at + 1], neighbours.dataset.next));
    }
  }

  var field = document.querySelector(".search-field");

  // Who goes to the search field soon needs the root of the index.
  if (field && !document.querySelector("#search-form, #tried-form")) {
    field.addEventListener("focus", function () {
      var hint = document.createElement("link");
      hint.rel = "prefetch";
      hint.as = "script";
      hint.href = document.body.dataset.root + "search/root.js";
      document.head.append(hint);
    }, { once: true });
  }

  // "/" leads to the search field, "j" and "k" to the neighbouring ideas, "?" tells of them, unless they were switched
  // off at the foot of the page.
  var keys = document.querySelector(".keys");
  var on = store.get("keys") !== "off";
  var help = document.querySelector(".help");
  if (keys && help) {
    help.querySelector("button").addEventListener("click", function () { help.close(); });
    keys.hidden = false;
    keys.setAttribute("aria-pressed", String(on));
    keys.addEventListener("click", function () {
      on = !on;
      store.set("keys", on ? "on" : "off");
      keys.setAttribute("aria-pressed", String(on));
    });
    addEventListener("keydown", function (event) {
      var typing = event.target.closest
        && event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
      if (!on || typing || help.open || event.ctrlKey || event.metaKey || event.altKey) return;
      var to = neighbours && { j: ".later a", k: ".earlier a" }[event.key];
      var link = to && neighbours.querySelector(to);
      if (event.key === "/" && field) {
        event.preventDefault();
        field.focus();
        field.select();
      } else if (event.key === "?") {
        help.showModal();
      } else if (link) {
        link.click();
      }
    });
  }
})();
