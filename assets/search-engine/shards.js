// How files of the index are loaded and unpacked, specified in org.pressroom.search.shard.

const utf8 = new TextDecoder();
const DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

class Reader {
  constructor(bytes, at = 1) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    for (let value = 0, factor = 1; ; factor *= 128) {
      const octet = this.bytes[this.at++];
      value += (octet & 127) * factor;
      if (octet < 128) return value;
      if (octet === undefined) throw new ShardError("damaged", "");
    }
  }

  octets(length) {
    return this.bytes.subarray(this.at, this.at += length);
  }

  text(length = this.number()) {
    return utf8.decode(this.octets(length));
  }

  name() {
    const bits = this.octets(5).reduce((value, octet) => value * 256 + octet, 0);
    return bits.toString(32).padStart(8, 0).replace(/./g, (digit) => DIGITS[parseInt(digit, 32)]);
  }

  list(read) {
    return Array.from({ length: this.number() }, read);
  }

  frontCoded(before) {
    const shared = before.subarray(0, this.number());
    return Uint8Array.of(...shared, ...this.octets(this.number()));
  }
}

/** The numbers of documents by slot. */
function readSlots(bytes) {
  const reader = new Reader(bytes), numbers = [];
  for (let document = 0, slot = 0; reader.at < bytes.length; slot++) numbers[slot += reader.number()] = document++;
  return numbers;
}

/** A file is of no use: its problem is "missing", "damaged", "version", or "browser" when that is too old. */
class ShardError extends Error {
  constructor(problem, url) {
    super(problem + " " + url);
    this.problem = problem;
  }
}

const arrived = new Map();
window.S = (name, packed) => arrived.set(name, packed);

/** Runs a script; resolves when it ran or could not be loaded. */
function script(url) {
  return new Promise((resolve) => {
    const element = document.createElement("script");
    element.onload = element.onerror = () => {
      element.remove();
      resolve();
    };
    element.src = url;
    document.head.append(element);
  });
}

/** Loads a file of the index as a script and unpacks what it carries. */
async function load(url, name) {
  await script(url);
  const packed = arrived.get(name);
  arrived.delete(name);
  if (!window.DecompressionStream) throw new ShardError("browser", url);
  if (packed === undefined) throw new ShardError("missing", url);
  return unpack(packed).catch(() => { throw new ShardError("damaged", url); });
}

async function unpack(packed) {
  const text = atob(packed), bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function compare(a, b) {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] !== b[i]) return a[i] - b[i];
  }
  return a.length - b.length;
}

/** The anchor that follows from most titles. */
const slug = (title) => title.toLowerCase().replace(/[^\p{L}\p{Nd}_ -]/gu, "").slice(0, 80)
  .replace(/[ -]+/g, "-").replace(/^-|-$/g, "");
