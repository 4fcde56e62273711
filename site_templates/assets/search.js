/* The search: words → the pages that hold all of them, the likeliest first. tracker.js loads this module when the search
   is first opened; extractor/publish/search/index.py says what is in the index, all of which is shown as text. */

const ROOT = new URL("../", import.meta.url);
const SHOWN = 50, TEASER = 190, LONGEST = 200;
const WORD = /\d[\d.]*(?:\(\w*\)?)+|[\p{L}\p{N}]+/gu;  // “2(c)(ii)” is one word
const START = "(?<![\\p{L}\\p{N}]|\\d\\.)", END = "(?![\\p{L}\\p{N}])";

const wordsOf = (text) => text.toLowerCase().replace(/['’]s\b/g, "").match(WORD) || [];
const joined = (text) => wordsOf(text).join(" ");

const escaped = (text) => text.replace(/[.()]/g, "\\$&");

/* A word as a pattern, in the singular or the plural. */
function forms(text) {
  if (!/^\p{L}{4,}$/u.test(text)) return escaped(text);
  return /(?:y|ies)$/.test(text) ? text.replace(/(?:y|ies)$/, "(?:y|ies)") : text.replace(/([^s])s$/, "$1") + "(?:e?s)?";
}

/* Every word is found whole; the last one, which is being typed, also by its beginning. */
function query(text) {
  const words = wordsOf(text), last = words[words.length - 1] || "";
  const part = START + escaped(last) + "[\\p{L}\\p{N}]*";
  const whole = words.map((each) => START + forms(each) + END);
  return {
    text: words.join(" "),
    words: words.map((each, place) => ({
      text: each,
      whole: new RegExp(whole[place], "iu"),
      part: place === words.length - 1 && new RegExp(part, "iu")
    })),
    phrase: new RegExp(START + words.map(forms).join("[^\\p{L}\\p{N}]+") + END, "iu"),
    found: new RegExp([...whole, part].join("|"), "giu")
  };
}

/* The records in one list, each with the texts that it is found by and what a find there is worth. */
function prepared({ orders, agencies, officials, obligations }) {
  const names = (of) => of ? [of.title, of.name, ...(of.also || [])].join(" | ") : "";
  const around = (places = []) => places.map((place) => names(officials[place]) + " | " + names(agencies[officials[place].of])).join(" | ");
  const named = (bonus) => (record) => ({
    ...record, bonus, place: record.name, fields: [[10, names(record)], [6, names(agencies[record.of])], [1, record.line]]
  });
  const obligation = (record) => {
    const { name, also, address } = orders[record.order];
    return {
      ...record, bonus: 0, within: address, place: name + ", " + record.name,
      fields: [
        [8, record.title], [7, [name, ...also, "section sec paragraph", record.name].join(" | ")], [4, record.words],
        [3, around(record.by)], [2, record.line + " | " + (record.record || "")], [1, around(record.with)]
      ]
    };
  };
  return [...agencies.map(named(14)), ...orders.map(named(13)), ...officials.map(named(12)), ...obligations.map(obligation)];
}

/* 0 unless every word is found. First comes what is called or cited so, then offices and orders with the words in their
   names, then the words in one piece. */
function score(record, asked) {
  let sum = 0, inName = true;
  for (const each of asked.words) {
    const worths = record.fields.map(([worth, text]) => each.whole.test(text) ? worth : each.part && each.part.test(text) ? worth / 2 : 0);
    const best = Math.max(...worths);
    if (!best) return 0;
    inName = inName && worths[0];
    sum += best + (record.within && each.text === record.name.split(",")[0].toLowerCase() ? 30 : 0);
  }
  const names = [record.title, record.name || "", record.address.replace(/^\w+./, ""), ...(record.also || [])];
  if (names.some((name) => joined(name) === asked.text)) sum += 100;
  if (asked.phrase.test(record.title)) sum += 12;
  else if (asked.phrase.test((record.words || "") + " | " + record.line)) sum += 8;
  if (record.within && location.pathname.startsWith(new URL(record.within, ROOT).pathname)) sum += 1;
  return sum + (inName ? record.bonus : 0);
}

/* Records that fit equally well stay in the order of the index. */
function ranked(asked) {
  return (records || []).map((record) => [score(record, asked), record]).filter(([value]) => value)
    .sort(([one], [other]) => other - one).map(([, record]) => record);
}

/* The part of a text in which most is found, cut at words. */
function teaser(record, found) {
  const text = [record.words, record.record].find((each) => each && each.search(found) >= 0) || record.words || "";
  const places = Array.from(text.matchAll(found), (match) => match.index);
  const within = (start) => places.filter((place) => place >= start && place < start + TEASER - 60).length;
  const best = places.reduce((one, other) => (within(other) > within(one) ? other : one), places[0] || 0);
  const start = best < 70 ? 0 : text.indexOf(" ", best - 50) + 1;
  const rest = text.slice(start), end = rest.length <= TEASER ? rest.length : rest.lastIndexOf(" ", TEASER);
  return (start ? "… " : "") + rest.slice(0, end) + (end < rest.length ? " …" : "");
}

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

function marked(text, found) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(found)) {
    parts.push(text.slice(end, match.index), element("mark", "", match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

function result(record, { found }) {
  const link = element("a", "", ...marked(record.title, found)), item = element("li", "", link);
  const also = record.place ? "" : (record.also || []).filter((name) => name.search(found) >= 0).join(", ");
  link.href = new URL(record.address, ROOT);
  if (record.place) link.prepend(element("span", "cite", ...marked(record.place + ":", found)), " ");
  item.append(element("span", "search-line", ...marked(record.line + (also && " · also " + also), found)));
  item.append(element("span", "search-words", ...marked(teaser(record, found), found)));
  return item;
}

document.body.insertAdjacentHTML("beforeend", `<dialog class="search" aria-label="Search">
<form class="search-form" role="search">
<input aria-label="Words to search for" autocomplete="off" spellcheck="false" enterkeyhint="search" maxlength="${LONGEST}">
<button type="button">Close</button></form>
<output class="search-count"></output><ol class="search-results"></ol></dialog>`);
const dialog = document.body.lastElementChild, [form, field, close, count, list] = dialog.querySelectorAll("*");
let records, loading, failed;

async function load() {
  if (records || loading) return;
  loading = true;
  try {
    records = prepared(await (await fetch(new URL("search-index.json", import.meta.url))).json());
  } catch {
    failed = true;
  }
  loading = false;
  show();
}

function said(words, found) {
  if (!records) return failed && !loading ? "The search could not be loaded. Close it and try again." : "Loading …";
  if (!words) return "Type words, an office (“DHS”), a citation (“2(c)”), or an order’s number.";
  if (!found) return "Nothing holds " + (words > 1 ? "all of these words." : "this word.");
  return (found === 1 ? "1 page" : found + " pages") + (found > SHOWN ? "; the first " + SHOWN + " are shown" : "");
}

function show() {
  const asked = query(field.value), found = asked.words.length ? ranked(asked) : [];
  list.replaceChildren(...found.slice(0, SHOWN).map((record) => result(record, asked)));
  count.textContent = said(asked.words.length, found.length);
}

/* What is asked stands in the address, so that it can be sent and found again with Back. */
function inAddress(text) {
  const address = new URL(location);
  address.searchParams.set("q", text);
  if (!text) address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
}

/* The arrows walk from the field through the results and back. */
function walk(event) {
  const stops = [field, ...list.querySelectorAll("a")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], stop = stops[stops.indexOf(event.target) + step];
  if (!stop) return;
  event.preventDefault();
  stop.focus();
}

field.addEventListener("input", () => {
  show();
  inAddress(field.value.trim());
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.click();
});
dialog.addEventListener("click", ({ target }) => { if (target === dialog || target === close) dialog.close(); });
dialog.addEventListener("keydown", walk);
dialog.addEventListener("close", () => inAddress(""));

/* Opens the search, with ``words`` asked where there are any. */
export function open(words) {
  if (words) field.value = words.slice(0, LONGEST);
  if (!dialog.open) dialog.showModal();
  field.select();
  load();
  show();
}
