// Leads from the former address of an idea, which no page answers any more, to where the idea is today.
(async () => {
  "use strict";

  const place = document.getElementById("missing-moved"), { root } = document.body.dataset;
  // From a folder there is no one to ask.
  if (!/^https?:$/.test(location.protocol) || !location.pathname.startsWith(root)) return;

  /** The last name of the address without its ending; empty when there is none. */
  function asked() {
    const name = location.pathname.slice(root.length).split("/").filter(Boolean).at(-1) ?? "";
    try {
      return decodeURIComponent(name).replace(/\.html?$/i, "").normalize("NFC");
    } catch {
      return ""; // no UTF-8
    }
  }

  /** Where the page of redirection of a name leads: { href, title }; null when there is none. */
  async function target(name) {
    const answer = await fetch(root + "r/" + encodeURIComponent(name) + ".html");
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const to = page.querySelector("link[rel=canonical]")?.getAttribute("href");
    if (!to) return null;
    const url = new URL(to, answer.url);
    return url.origin === location.origin && url.pathname.startsWith(root)
      ? { href: url.href, title: page.querySelector("main a")?.textContent || name } : null;
  }

  const name = asked(), found = name && await target(name).catch(() => null);
  if (!found) return;
  const link = document.createElement("a");
  link.href = found.href;
  link.append(document.createElement("bdi"));
  link.firstChild.textContent = found.title;
  const [before, after] = place.dataset.text.split("{0}");
  place.append(before, link, after);
  place.hidden = false;
})();
