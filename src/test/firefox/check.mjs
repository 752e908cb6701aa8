// Uses the sample archive's site in Firefox, which the tests of `mvn verify` don't: they drive Chromium.
//
// Every kind of page must leave the console empty, below a sub-path and under the strict Content-Security-Policy; the
// search page must give what `pressroom search` gives, to the last bit of each score, from a server and from `file://`; the
// page "Has it been tried?" what `pressroom similar` gives; a facet must narrow, the way back must lead back; and dark must
// be darker than light.
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { readdirSync, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve, extname, dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const site = join(root, "output");
const puppeteer = createRequire(join(resolve(process.argv[2]), "here.js"))("puppeteer-core").default;

const BELOW = "/intranet/ideas/";
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "worker-src 'self' blob:; form-action 'self'; base-uri 'none'";
const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml", ".json": "application/json", ".xml": "application/xml",
};
const QUERIES = [
  "visit", "second visit", "\"spare parts\"", "status:declined price", "refund*", "technicain", "title:visit -app",
  "Techniker", "修理",
];
const PROBLEMS = [
  "customers wait at home all day because nobody can say when the technician comes",
  "The machine stands still for weeks since the piece it needs is made by nobody any more.",
];
const PATIENCE = 15_000;
const QUIET = 150;

let checks = 0;

function check(found, wanted, what) {
  checks++;
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`${what}\n  found  ${JSON.stringify(found)}\n  wanted ${JSON.stringify(wanted)}`);
  }
}

/** One page of each kind: all in the root, and the first of each folder. */
function pageOfEachKind() {
  const pages = [];
  const visit = (folder) => {
    const entries = readdirSync(join(site, folder), { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1);
    const html = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".html")).map(({ name }) => folder + name);
    pages.push(...(folder ? html.slice(0, 1) : html));
    for (const entry of entries) if (entry.isDirectory() && !entry.name.startsWith(".")) visit(folder + entry.name + "/");
  };
  visit("");
  return pages;
}

function program(input, ...words) {
  return execFileSync(join(root, "pressroom"), [...words, root],
    { input, env: { ...process.env, PRESSROOM_AOT: "off" }, encoding: "utf8", maxBuffer: 1 << 26 });
}

/** What the program itself finds: [[id, score as a float]]. */
function foundByProgram(query) {
  return JSON.parse(program("", "search", "--quiet", "--format", "json", query)).hits.map(({ id, score }) => [id, Math.fround(score)]);
}

/** What the program itself thinks the nearest of each problem, as `tried` tells it. */
function nearestByProgram() {
  return program(PROBLEMS.join("\n"), "similar", "--quiet", "--format", "json", "--batch", "-").trim().split("\n")
    .map((line) => JSON.parse(line)).map(({ verdict, hits }) => ({ verdict, hits: hits.map(({ id, score }) => [id, score]) }));
}

function serve() {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = resolve(site, path.slice(BELOW.length));
    if (!path.startsWith(BELOW) || !file.startsWith(site) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": POLICY,
    });
    response.end(await readFile(file));
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

/** Firefox with a page that writes down whatever is amiss. */
async function open(dark) {
  const browser = await puppeteer.launch({
    browser: "firefox", headless: true, executablePath: process.env.PRESSROOM_FIREFOX || firefox(),
    extraPrefsFirefox: { "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1 },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  const amiss = [];
  page.on("console", (message) => amiss.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => amiss.push(`${page.url()}: ${error}`));
  page.on("requestfailed", (request) => amiss.push(`${page.url()} could not load ${request.url()}`));
  await page.evaluateOnNewDocument(() => document.addEventListener("securitypolicyviolation",
    (violation) => console.error(`against the policy: ${violation.violatedDirective} ${violation.blockedURI}`)));
  return { browser, page, amiss };
}

function firefox() {
  const found = ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"].find(existsSync);
  if (!found) throw new Error("Firefox was not found; install firefox-esr, or name the executable in PRESSROOM_FIREFOX");
  return found;
}

/** Goes to a page and waits until it has loaded all: Firefox asks for the icon last, and leaving would cut that short. */
async function go(page, address) {
  await page.goto(address);
  await page.waitForNetworkIdle({ idleTime: QUIET });
}

const settled = (page) => page.waitForSelector("#results[aria-busy=false][data-total]");

const shown = (page) => page.$$eval("#results > li", (items) =>
  items.map((item) => [item.dataset.id, Math.fround(Number(item.dataset.score))]));

async function search(page, address, query) {
  await go(page, `${address}search.html?q=${encodeURIComponent(query)}`);
  await settled(page);
  return shown(page);
}

async function tried(page, address, problem) {
  await go(page, `${address}tried.html?q=${encodeURIComponent(problem)}`);
  await page.waitForSelector("#results[aria-busy=false][data-verdict] > li");
  return page.$eval("#results", ({ dataset, children }) =>
    ({ verdict: dataset.verdict, hits: [...children].map((item) => [item.dataset.id, Number(item.dataset.score)]) }));
}

async function narrow(page, address) {
  const all = await search(page, address, "visit");
  const before = page.url();
  const total = await page.$eval("#results", (results) => results.dataset.total);
  await page.locator("#search-facets input[type=checkbox]").click();
  await page.waitForFunction((from, count) => location.href !== from &&
    document.querySelector(`#results[aria-busy=false]:not([data-total="${count}"])`), {}, before, total);
  check(await page.$$eval(".chip", (chips) => chips.length), 1, "a facet that was clicked is shown as chosen");
  await page.evaluate(() => history.back());
  await page.waitForFunction((count) => document.querySelector(`#results[aria-busy=false][data-total="${count}"]`), {}, total);
  check(page.url(), before, "the way back leads to the address before");
  check(await shown(page), all, "the way back leads to the hits before");
}

/** How light the page is behind its text, from 0 to 255. */
const lightness = (page) => page.evaluate(() => {
  const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number);
  return Math.round((red + green + blue) / 3);
});

async function main() {
  if (!existsSync(join(site, "index.html"))) throw new Error("there is no site in output/; run ./pressroom build first");
  const expected = new Map(QUERIES.map((query) => [query, foundByProgram(query)]));
  const nearest = nearestByProgram();
  const server = await serve();
  const address = `http://127.0.0.1:${server.address().port}${BELOW}`;
  const pages = pageOfEachKind();
  const opened = [];
  try {
    const { page, amiss, browser } = await open(false);
    opened.push(browser);
    for (const path of pages) {
      await go(page, address + path.split("/").map(encodeURIComponent).join("/"));
      if (path === "search.html") await settled(page);
      check(amiss, [], `${path} leaves the console empty`);
    }
    for (const place of [address, pathToFileURL(site).href + "/"]) {
      for (const [query, hits] of expected) {
        check(await search(page, place, query), hits, `${place}: what the page finds for ${query} is what the program finds`);
      }
      check(amiss, [], `${place}: searches leave the console empty`);
    }
    for (const [i, problem] of PROBLEMS.entries()) {
      for (const place of [address, pathToFileURL(site).href + "/"]) {
        check(await tried(page, place, problem), nearest[i], `${place}: what the page finds for "${problem}" is what the program finds`);
      }
    }
    check(amiss, [], "problems leave the console empty");
    await narrow(page, address);
    await go(page, address + "index.html");
    const light = await lightness(page);
    check(amiss, [], "nothing was amiss");

    const dark = await open(true);
    opened.push(dark.browser);
    await go(dark.page, address + "index.html");
    const darkness = await lightness(dark.page);
    check([light > 200, darkness < 80], [true, true], `light is light (${light}) and dark is dark (${darkness})`);
    check(await search(dark.page, address, "visit"), expected.get("visit"), "dark pages search, too");
    check(dark.amiss, [], "dark pages leave the console empty");
    console.log(`${await browser.version()}: ${pages.length} pages, ${QUERIES.length} searches and ${PROBLEMS.length} problems by http and from the disk, a facet, the ` +
      `way back, light and dark; ${checks} checks, all as it should be.`);
  } finally {
    await Promise.all(opened.map((browser) => browser.close()));
    server.close();
  }
}

main().catch((failure) => {
  console.error(`firefox: ${failure.stack ?? failure}`);
  process.exitCode = 1;
});
