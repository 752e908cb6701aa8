// Keeps an open page of a preview up to date: loads it again when it changed, at the same place, and shows what is wrong meanwhile.
(function () {
  "use strict";

  var script = document.currentScript;
  var page = script.dataset.page;
  var mark = script.dataset.mark;
  var place = "pressroom-place:" + location.pathname + location.search;

  // Where the reader is: the last element with an id above the middle of the window keeps its distance from the top, since what is
  // written above it may have grown.
  function keepPlace() {
    var anchor = null;
    document.querySelectorAll("main [id]").forEach(function (element) {
      var box = element.getBoundingClientRect();
      if (box.height > 0 && box.top <= innerHeight / 2 && (!anchor || box.top >= anchor.top) && scrolls(element)) {
        anchor = {id: element.id, top: box.top};
      }
    });
    var open = Array.prototype.map.call(document.querySelectorAll("details"), function (d) { return d.open; });
    try {
      sessionStorage.setItem(place, JSON.stringify({x: scrollX, y: scrollY, anchor: anchor, open: open, at: Date.now()}));
      history.scrollRestoration = "manual";
    } catch (e) { /* no storage */ }
  }

  // Not so what stays in the window.
  function scrolls(element) {
    for (; element && element.tagName !== "MAIN"; element = element.parentElement) {
      if (/sticky|fixed/.test(getComputedStyle(element).position)) return false;
    }
    return true;
  }

  function takePlace() {
    var kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(place));
      sessionStorage.removeItem(place);
    } catch (e) { /* no storage */ }
    if (!kept || Date.now() - kept.at > 60000) return;
    var details = document.querySelectorAll("details");
    if (details.length === kept.open.length) {
      details.forEach(function (d, i) { d.open = kept.open[i]; });
    }
    var element = kept.anchor && kept.y > 0 && document.getElementById(kept.anchor.id);
    scrollTo(kept.x, element ? scrollY + element.getBoundingClientRect().top - kept.anchor.top : kept.y);
    // Once the page is loaded, the browser would go to where it was in pixels.
    addEventListener("load", function () { setTimeout(function () { history.scrollRestoration = "auto"; }, 100); });
  }

  function reload() {
    stop();
    keepPlace();
    location.reload();
  }

  function loaded() {
    var base = location.origin + "/";
    return performance.getEntriesByType("resource").map(function (entry) {
      var address = entry.name.split(/[?#]/)[0];
      try {
        return address.indexOf(base) === 0 ? decodeURIComponent(address.slice(base.length)) : "";
      } catch (e) {
        return "";
      }
    });
  }

  // Links to documents that are not committed, and the page of such a document itself.
  function showUncommitted(addresses) {
    var paths = {};
    addresses.forEach(function (address) { paths["/" + address] = true; });
    document.querySelectorAll("main a[href]").forEach(function (link) {
      var path = "";
      try { path = link.origin === location.origin && !link.hash ? decodeURIComponent(link.pathname) : ""; } catch (e) { /* not an address of ours */ }
      link.classList.toggle("pressroom-uncommitted", paths[path] === true);
    });
    panel.uncommitted.hidden = addresses.indexOf(page) < 0;
  }

  // The panel is out of reach of the theme's styles.
  var panel = (function () {
    var host = document.createElement("div");
    host.id = "~pressroom-preview";
    var root = host.attachShadow({mode: "open"});
    function make(name, className, parent) {
      var element = document.createElement(name);
      element.className = className;
      parent.appendChild(element);
      return element;
    }
    var styles = make("link", "", root);
    styles.rel = "stylesheet";
    styles.href = "/.pressroom/live.css";
    var errors = make("section", "errors", root);
    errors.setAttribute("aria-label", "Errors in the preview");
    errors.setAttribute("aria-live", "polite");
    errors.hidden = true;
    var head = make("div", "head", errors);
    var title = make("h2", "title", head);
    var hide = make("button", "hide", head);
    hide.type = "button";
    hide.textContent = "Hide";
    var list = make("div", "list", errors);
    list.tabIndex = 0;
    list.setAttribute("role", "region");
    list.setAttribute("aria-label", "Errors");
    var foot = make("div", "foot", root);
    var uncommitted = make("span", "uncommitted", foot);
    uncommitted.textContent = "Not committed";
    uncommitted.hidden = true;
    var lost = make("span", "lost", foot);
    lost.textContent = "The preview has stopped";
    lost.hidden = true;
    var count = make("button", "count", foot);
    count.type = "button";
    count.hidden = true;
    var fresh = "";
    function show(visible) {
      errors.hidden = !visible;
      count.setAttribute("aria-expanded", String(visible));
    }
    // Once hidden, it stays so until another error comes.
    hide.addEventListener("click", function () {
      show(false);
      try { sessionStorage.setItem("pressroom-hidden", fresh); } catch (e) { /* no storage */ }
    });
    function isHidden() {
      try { return sessionStorage.getItem("pressroom-hidden") === fresh; } catch (e) { return false; }
    }
    count.addEventListener("click", function () { show(errors.hidden); });
    document.documentElement.appendChild(host);
    var link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "/.pressroom/marks.css";
    document.head.appendChild(link);
    return {
      uncommitted: uncommitted,
      lost: lost,
      problems: function (state) {
        var number = state.problems.length;
        title.textContent = state.stopped ? "The site could not be built; this is the last one that could" : number === 1 ? "1 error" : number + " errors";
        count.textContent = number === 1 ? "1 error" : number + " errors";
        count.hidden = number === 0;
        errors.classList.toggle("stopped", state.stopped);
        list.textContent = "";
        state.problems.slice(0, 50).forEach(function (text) { make("pre", "problem", list).textContent = text; });
        if (number > 50) make("p", "more", list).textContent = number - 50 + " more; `pressroom check` prints them all";
        if (number === 0) show(false);
        else if (state.fresh) {
          fresh = state.fresh;
          show(!isHidden());
        }
      }
    };
  })();

  var source = null;
  var waiting = 0;

  function hear(event) {
    var state = JSON.parse(event.data);
    var files = {};
    state.files.forEach(function (file) { files[file] = true; });
    if (state.reload || loaded().some(function (address) { return files[address]; })) {
      reload();
      return;
    }
    mark = state.mark;
    panel.lost.hidden = true;
    panel.problems(state);
    showUncommitted(state.uncommitted);
    document.documentElement.dataset.pressroomMark = mark;
  }

  function start() {
    clearTimeout(waiting);
    if (source) return;
    source = new EventSource("/.pressroom/events?page=" + encodeURIComponent(page) + "&mark=" + encodeURIComponent(mark));
    source.onmessage = hear;
    source.onerror = function () {
      panel.lost.hidden = false;
      stop();
      waiting = setTimeout(start, 1000);
    };
  }

  function stop() {
    clearTimeout(waiting);
    if (source) source.close();
    source = null;
  }

  takePlace();
  // Browsers keep few connections to a server, so only pages that somebody sees have one.
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "visible") start();
    else stop();
  });
  addEventListener("pagehide", stop);
  addEventListener("pageshow", function (event) { if (event.persisted) start(); });
  if (document.visibilityState !== "hidden") start();
})();
