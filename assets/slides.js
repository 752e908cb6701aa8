// Keys and buttons for slides. Without them the slides are a page to scroll.
(function () {
  "use strict";

  var slides = Array.prototype.slice.call(document.querySelectorAll(".slide"));
  var bar = document.querySelector(".slides-bar");
  var back = bar.querySelector(".back");
  var NEXT = ["ArrowRight", "ArrowDown", "PageDown", " "];
  var PREVIOUS = ["ArrowLeft", "ArrowUp", "PageUp"];

  // The slide at which the reader looks: the last one that begins above the middle of the window.
  function current() {
    var at = 0;
    slides.forEach(function (slide, n) {
      if (slide.getBoundingClientRect().top < innerHeight / 2) at = n;
    });
    return at;
  }

  function show(n) {
    var slide = slides[Math.max(0, Math.min(slides.length - 1, n))];
    scrollBy({ top: slide.getBoundingClientRect().top - bar.offsetHeight, behavior: "instant" });
    remember();
  }

  // A slide that is longer than the window is read to its end first.
  function step(by) {
    var n = current();
    var box = slides[n].getBoundingClientRect();
    var page = innerHeight - bar.offsetHeight;
    if (by > 0 && box.bottom > innerHeight + 4) {
      scrollBy({ top: Math.min(page * .85, box.bottom - innerHeight), behavior: "instant" });
    } else if (by < 0 && box.top < bar.offsetHeight - 4) {
      scrollBy({ top: Math.max(-page * .85, box.top - bar.offsetHeight), behavior: "instant" });
    } else {
      show(n + by);
    }
  }

  function remember() {
    var address = "#" + (current() + 1);
    if (location.hash !== address) {
      try { history.replaceState(null, "", address); } catch (e) { /* too many changes at a time */ }
    }
  }

  addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    var on = event.target.closest && event.target.closest("a, button");
    if (event.key === "Escape") {
      location.href = back.href;
    } else if (event.key === "Home") {
      show(0);
    } else if (event.key === "End") {
      show(slides.length - 1);
    } else if (event.key === " " && on) {
      return;
    } else if (NEXT.indexOf(event.key) >= 0) {
      step(event.key === " " && event.shiftKey ? -1 : 1);
    } else if (PREVIOUS.indexOf(event.key) >= 0) {
      step(-1);
    } else {
      return;
    }
    event.preventDefault();
  });

  bar.querySelector(".steps").hidden = false;
  bar.querySelectorAll(".step").forEach(function (button) {
    button.addEventListener("click", function () { show(current() + Number(button.dataset.step)); });
  });

  var resting = 0;
  addEventListener("scroll", function () {
    clearTimeout(resting);
    resting = setTimeout(remember, 200);
  }, { passive: true });
})();
