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

  var field = document.querySelector(".search-field");

  // Who goes to the search field soon needs the root of the index.
  if (field && !document.getElementById("search-form")) {
    field.addEventListener("focus", function () {
      var hint = document.createElement("link");
      hint.rel = "prefetch";
      hint.as = "script";
      hint.href = document.body.dataset.root + "search/root.js";
      document.head.append(hint);
    }, { once: true });
  }

  // "/" leads to the search field, unless it was switched off at the foot of the page.
  var keys = document.querySelector(".keys");
  var on = store.get("keys") !== "off";
  if (field && keys) {
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
      if (on && event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        field.focus();
        field.select();
      }
    });
  }
})();
