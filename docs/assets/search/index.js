/* Reads the index that scripts/unres/search/shards.py writes: files that call unres_search with what they hold.
   They are loaded as scripts, because that works from a folder on a disk too, where nothing can be fetched. */
"use strict";

unres.index = (() => {
  const SIGNS = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at))
    .filter((sign) => !'"\\'.includes(sign))
    .join("");
  const BASE = 46;
  const LEVEL = 2 * BASE;
  const VALUE = Object.fromEntries([...SIGNS].map((sign, at) => [sign, at]));

  const KIND = { RESOLUTION: 0, MANUAL: 1, CITED: 2, LISTS: 3 };
  const waiting = new Map(); // name -> how to settle its promise
  const files = new Map(); // name -> promise of its content
  let stamp,
    fresh = "";

  self.unres_search = (name, of, content) => {
    const settle = waiting.get(name);
    if (!settle) return;
    waiting.delete(name);
    if (name === "index") stamp = of;
    if (of === stamp) settle.resolve(content);
    else
      settle.reject(
        Object.assign(new Error("The site has changed since this page was opened; load it anew."), { stale: of }),
      );
  };

  /* The content of a file of the index, loaded once. */
  function file(name) {
    if (!files.has(name)) {
      const failed = "The index of the search could not be loaded; is the connection there?";
      const content = new Promise((resolve, reject) => {
        waiting.set(name, { resolve, reject });
        // Files of one build fit together; the stamp keeps a browser from taking one of another from its store.
        const fail = () => reject(new Error(failed));
        unres.fetched(`search/${name}.js${stamp ? `?${stamp}` : fresh}`).then(fail, fail); // a file that calls came before
      });
      files.set(name, content);
      content.catch((error) => error.stale ?? files.delete(name));
    }
    return files.get(name);
  }

  /* The head of the index: its columns as volumes, each with the number of its first document. */
  async function open() {
    const head = await file("index");
    if (!head.volumes) {
      let first = 0;
      head.volumes = head.number.map((number, order) => {
        const parts = head.parts[order];
        const volume = { order, number, parts, first, kind: head.kind[order], session: head.session[order] };
        volume.path = head.path[order] ?? `A/RES/${number.replaceAll(" ", "")}/`;
        volume.size = parts.reduce((sum, count) => sum + count, 0);
        volume.committee = head.committee[order];
        volume.date = head.date[order];
        volume.series = head.series[order];
        volume.words = head.words[order];
        first += volume.size;
        return volume;
      });
      head.size = first;
      head.ours = head.volumes.find(({ kind }) => kind !== KIND.RESOLUTION)?.first ?? first; // documents of resolutions
      head.resolutions = head.volumes.filter(({ kind }) => kind === KIND.RESOLUTION);
    }
    return head;
  }

  /* Forgets everything, where files of two builds have met. */
  function renew(of) {
    files.clear();
    waiting.clear();
    stamp = undefined;
    fresh = `?fresh=${of}`;
  }

  /* Documents with their levels, from the signs of shards.py. */
  function decode(text, unmarked = 0) {
    const documents = [],
      levels = [];
    let level = unmarked,
      last = -1,
      value = 0;
    for (let at = 0; at < text.length; at++) {
      const sign = VALUE[text[at]];
      if (sign === LEVEL) {
        level = VALUE[text[++at]];
        last = -1;
      } else if (sign >= BASE) {
        value = value * BASE + sign - BASE;
      } else {
        last += value * BASE + sign + 1;
        value = 0;
        documents.push(last);
        levels.push(level);
      }
    }
    return { documents, levels };
  }

  /* The number of the file that holds a term, were it there. */
  function place(head, name) {
    let low = 0,
      high = head.terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (head.terms[middle] <= name) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  const shard = async (head, name) => (head.terms.length ? file(`t${place(head, name)}`) : { at: {}, words: {} });

  async function term(head, name) {
    const { at } = await shard(head, name);
    return Object.hasOwn(at, name) ? decode(at[name]) : null;
  }

  /* The rare words of a stem. */
  async function rareWords(head, name) {
    const { words } = await shard(head, name);
    return Object.hasOwn(words, name) ? words[name].split(" ") : [];
  }

  /* Terms that begin so, and the stem of a word that is not yet typed to its end ("civilizat" of "civilization").
     A number has neither: 80/24 is another resolution than 80/247. */
  async function completions(head, start) {
    if (/\p{N}/u.test(start)) return [];
    const first = place(head, start);
    const numbers = [first];
    while (numbers.length < 3 && head.terms[first + numbers.length]?.startsWith(start))
      numbers.push(first + numbers.length);
    const shards = await Promise.all(numbers.map((number) => file(`t${number}`)));
    const names = shards.flatMap(({ at }) => Object.entries(at));
    const longer = names.filter(([name]) => name.startsWith(start));
    const near = ([name]) => name.length >= 4 && name.length >= start.length - 5 && start.startsWith(name);
    return (longer.length ? longer : names.filter(near).slice(-1)).map(([name, text]) => [name, decode(text)]);
  }

  const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
    return byte;
  });

  function checksum(text) {
    let sum = -1;
    for (const byte of new TextEncoder().encode(text)) sum = (sum >>> 8) ^ CRC[(sum ^ byte) & 255];
    return ~sum >>> 0;
  }

  async function neighbours(head, words) {
    const sum = checksum(words);
    const bucket = await file(`l${Math.floor((sum * head.links) / 2 ** 32)}`);
    const key = (sum & 0xfffff).toString(16);
    return Object.hasOwn(bucket, key) ? decode(bucket[key], 1) : null;
  }

  /* What results show: a document of a volume, and what its paragraphs, parts and annexes are gone to by. */
  const CHUNK = 12;

  function shown(volume, chunk) {
    const name = volume.path || (volume.kind === KIND.CITED ? "Cited documents" : "Lists");
    return file(`d/${name.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "")}.${chunk}`);
  }

  async function read(volume, number) {
    const local = number - volume.first;
    const { title, documents } = await shown(volume, Math.floor(local / CHUNK));
    const { name = "", address = "", text = "", opening = 0 } = documents[local % CHUNK];
    const path = volume.path + address;
    return { title, name, path, text, opening: typeof opening === "string" ? opening : text.slice(0, opening) };
  }

  const shelf = (volume) => shown(volume, "places");

  return { KIND, SIGNS, open, renew, file, term, rareWords, completions, neighbours, read, shelf };
})();
