/* What the pages gain with JavaScript: how far away a date is, lists that can be narrowed, sorted, sent and saved, and a search.
   Every page says everything without it. */
(function () {
  "use strict";

  var DAY = 86400000, HERE = document.currentScript.src;

  function startOfToday() {
    var now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  }

  function distance(days) {
    if (days === 0) return "today";
    if (days === 1) return "tomorrow";
    if (days === -1) return "yesterday";
    return days > 0 ? "in " + days + " days" : -days + " days ago";
  }

  function addDistances() {
    var today = startOfToday();
    document.querySelectorAll(".cell-due > time, .facts--duty strong > time").forEach(time => {
      var days = Math.round((Date.parse(time.dateTime) - today) / DAY);
      if (isNaN(days) || Math.abs(days) > 400) return;
      time.after(" ", make("span", { className: "distance" }, distance(days)));
    });
  }

  /* A list of duties: a bar of facets narrows it, and what was chosen stands in the address. */

  function make(tag, values, ...children) {
    var made = Object.assign(document.createElement(tag), values);
    made.append(...children);
    return made;
  }

  function button(className, act, ...children) {
    var made = make("button", { type: "button", className }, ...children);
    made.addEventListener("click", act);
    return made;
  }

  function all(selector, within) {
    return Array.from((within || document).querySelectorAll(selector));
  }

  var phone = matchMedia("(max-width: 44.9375em)");
  var collator = new Intl.Collator("en", { numeric: true });

  function sortValue(row, key) {
    if (key === "due") return row.dataset.due || "9999";
    var cell = row.querySelector({ duty: ".cell-duty", responsible: ".cell-who" }[key] || ".standing");
    return (key === "duty" && row.dataset.order + " ") + cell.textContent;
  }

  function sorted(rows, sort) {
    if (!sort) return rows;
    var key = sort.replace("-", ""), direction = sort === key ? 1 : -1;
    var values = new Map(rows.map(row => [row, sortValue(row, key)]));
    return rows.slice().sort((one, other) => {
      return direction * collator.compare(values.get(one), values.get(other));
    });
  }

  /* RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
  function csvCell(text) {
    text = text.replace(/\s+/g, " ").trim();
    if (/^[=+\-@]/.test(text)) text = "'" + text;
    return /[",]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function csv(rows) {
    var lines = rows.map(row => {
      function words(selector) { return row.querySelector(selector).textContent; }
      return [
        row.dataset.due, row.dataset.order, words(".cite"), words(".duty-line"), words(".cell-who"),
        words(".standing"), row.dataset.review === "yes" ? "needs review" : "", row.querySelector("a").href
      ];
    });
    lines.unshift(["Due", "Order", "Citation", "Duty", "Responsible", "Standing", "Reading", "Address"]);
    return "\ufeff" + lines.map(line => line.map(csvCell).join(",") + "\r\n").join("");
  }

  function download(name, text) {
    var href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    make("a", { href, download: name }).click();
    setTimeout(() => { URL.revokeObjectURL(href); }, 1000);
  }

  /* Without a secure address there is no clipboard: the reader copies by hand. */
  function copy(text) {
    return navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject();
  }

  /* The theme unfolds everything for paper; a part that the reader left folded stays so. */
  function keepFolded(part) {
    part.classList.toggle("folded", part.tagName === "DETAILS" && !part.open);
    part.addEventListener("click", event => {
      if (event.target.closest("summary")) part.classList.toggle("folded", part.open);
    });
  }

  function addList(list) {
    all("template", list).forEach(template => { template.replaceWith(template.content.firstElementChild); });
    var bar = list.querySelector(".filters");
    if (!bar) return;
    var controls = all("[name]", bar), count = bar.querySelector("output");
    var parts = all(".list-part", list), tables = all("table", list);
    var rows = all("tbody tr", list), homes = new Map(), texts = new Map(), shown = rows, moved = false;
    var result = tables[0].closest(".rows");
    if (parts.length > 1) {
      result = result.cloneNode(true);
      all("tbody tr", result).forEach(row => { row.remove(); });
      result.querySelector("caption").textContent = "Duties that fit";
      result.setAttribute("aria-label", "Duties that fit");
      result.hidden = true;
      tables.push(result.firstElementChild);
      list.append(result);
    }
    var target = result.querySelector("tbody");
    rows.forEach(row => { homes.set(row, row.parentNode); });
    parts.forEach(keepFolded);
    if (phone.matches) bar.querySelector("details").open = false;

    function text(row) {
      if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
      return texts.get(row);
    }

    function control(name) { return controls.find(each => each.name === name); }

    function fits(row) {
      return controls.every(each => {
        if (!each.value || each.name === "sort") return true;
        if (each.name !== "text") return row.dataset[each.name].split(" ").indexOf(each.value) >= 0;
        return each.value.toLowerCase().split(/\s+/).every(word => text(row).indexOf(word) >= 0);
      });
    }

    function chosen() {
      return controls.filter(each => each.value && each.name !== "sort").map(each => {
        return each.options ? each.selectedOptions[0].textContent : "“" + each.value + "”";
      });
    }

    function show() {
      var sort = control("sort").value, words = chosen(), active = !!(sort || words.length);
      var merged = active && parts.length > 1;
      parts.forEach(part => { part.hidden = merged; });
      if (parts.length > 1) result.hidden = !merged;
      shown = rows;
      if (active || moved) {  // a list as it came is left alone: to move its rows would lay all of it out anew
        shown = sorted(rows, sort).filter(row => {
          row.hidden = !fits(row);
          (merged && !row.hidden ? target : homes.get(row)).append(row);
          return !row.hidden;
        });
      }
      moved = active;
      list.classList.toggle("list--active", active);
      count.textContent = words.length
        ? shown.length + " of " + rows.length + " shown: " + words.join("; ")
        : "All " + rows.length + " shown";
      all("th[data-key]", list).forEach(head => {
        if (sort.replace("-", "") !== head.dataset.key) head.removeAttribute("aria-sort");
        else head.setAttribute("aria-sort", sort[0] === "-" ? "descending" : "ascending");
      });
    }

    /* A value without a choice here (it was shared, and nothing has it any more) fits no row, and says so. */
    function read() {
      var query = new URLSearchParams(location.search);
      controls.forEach(each => {
        var value = query.get(each.name) || "";
        each.value = value;
        if (each.value !== value) {
          each.append(new Option(value, value));
          each.value = value;
        }
      });
      show();
    }

    function changed(replace) {
      var query = new URLSearchParams(location.search);
      controls.forEach(each => {
        if (each.value) query.set(each.name, each.value);
        else query.delete(each.name);
      });
      var words = query.toString();
      history[replace ? "replaceState" : "pushState"](null, "", location.pathname + (words && "?" + words));
      show();
    }

    bar.addEventListener("input", event => { if (event.target.name === "text") changed(true); });
    bar.addEventListener("change", event => { if (event.target.name !== "text") changed(); });
    var acts = {
      copy: () => {
        copy(location.href).then(
          () => { count.textContent = "Link copied"; },
          () => { count.textContent = "Copy the address of this page"; }
        );
      },
      clear: () => {
        controls.forEach(each => { each.value = ""; });
        changed();
      },
      csv: () => { download("duties-" + bar.dataset.file + ".csv", csv(shown)); }
    };
    bar.addEventListener("click", event => {
      var act = acts[event.target.dataset.act];
      if (act) act();
    });

    tables.forEach(table => {
      all("th[data-key]", table).forEach(head => {
        addSortButton(head, () => {
          var sort = control("sort"), key = head.dataset.key;
          sort.value = sort.value === key ? "-" + key : key;
          changed();
          result.querySelector('[data-key="' + key + '"] button').focus();
        });
      });
    });

    read();
    addEventListener("pageshow", read);
    addEventListener("popstate", read);
  }

  /* An index, of offices or agencies: words narrow it, and any column sorts it where it is not grouped. */

  function addIndex(table) {
    var rows = all("tbody tr:not(.row-group)", table), count = make("output");
    var field = make("input", { type: "search", autocomplete: "off" });
    table.closest(".rows").before(make("div", { className: "filters index-bar" }, make("label", {}, "Words ", field), count));
    field.addEventListener("input", () => {
      var words = field.value.toLowerCase().split(/\s+/);
      var shown = rows.filter(row => {
        var text = row.textContent.toLowerCase();
        row.hidden = !words.every(word => text.indexOf(word) >= 0);
        return !row.hidden;
      });
      all(".row-group", table).forEach(head => {
        head.hidden = !all("tr:not(.row-group):not([hidden])", head.parentNode).length;
      });
      count.textContent = shown.length === rows.length ? "" : shown.length + " of " + rows.length + " shown";
    });
    if (table.tBodies.length === 1) all("thead th:not([data-still])", table).forEach(addColumnSort);
  }

  function addColumnSort(head) {
    addSortButton(head, () => {
      var column = head.cellIndex;
      var direction = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      var body = head.closest("table").tBodies[0];
      function value(row) {
        var time = row.cells[column].querySelector("time");
        return time ? time.dateTime : row.cells[column].textContent.trim();
      }
      all("th", head.parentNode).forEach(each => { each.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      Array.from(body.rows).sort((one, other) => {
        return direction * collator.compare(value(one), value(other));
      }).forEach(row => { body.append(row); });
    });
  }

  /* A phone shows no heads of columns: there the bar sorts, and the heads stay what they are. */
  function addSortButton(head, act) {
    if (!phone.matches) head.append(button("sort", act, ...head.childNodes));
  }

  function addCopying(line) {
    line.after(" ", button("copy", event => {
      copy(line.textContent).then(
        () => { event.target.textContent = "Copied"; },
        () => { getSelection().selectAllChildren(line); }
      );
    }, "Copy"));
  }

  /* On a small window the theme's menu opens by a label, which the keyboard does not reach, and its links are reached
     although nobody sees them. Here it is a button, and what is not seen is not reached. */
  function addMenu(label) {
    var toggle = document.getElementById("__drawer"), menu = document.querySelector(".md-sidebar--primary");
    if (!toggle || !menu) return;
    var opener = button(label.className + " menu-button", () => {
      toggle.click();
      if (toggle.checked) menu.querySelector("a").focus();
    }, ...label.childNodes);
    function tell() { opener.ariaExpanded = toggle.checked; }
    opener.ariaLabel = "Menu";
    label.replaceWith(opener);
    menu.addEventListener("keydown", event => {
      if (event.key !== "Escape" || !toggle.checked) return;
      toggle.click();
      opener.focus();
    });
    toggle.addEventListener("change", tell);
    tell();
    document.documentElement.classList.add("menu-by-button");
  }

  /* The search: a button in the page's head, and two keys. What it needs is fetched when it is first opened. */
  function addSearch() {
    var head = document.querySelector(".md-header__inner");
    if (!head) return;
    var words = make("span", {}, "Search"), opener = button("search-open", () => { open(""); }, words);
    opener.ariaHasPopup = "dialog";
    opener.ariaKeyShortcuts = "/ s";
    head.insertBefore(opener, head.querySelector(".md-header__source"));

    function open(asked) {
      import(new URL("search.js", HERE)).then(
        search => { search.open(asked); },
        () => { words.textContent = "Search could not be loaded"; }
      );
    }

    document.addEventListener("keydown", event => {
      if (event.key !== "/" && event.key !== "s" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
      event.preventDefault();
      open("");
    });
    var asked = new URLSearchParams(location.search).get("q");
    if (asked) open(asked);
  }

  /* A fold that the address names is open; an earlier address of a standing still leads to its rows. */
  function openFold() {
    var name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch (error) { /* a stray % is itself */ }
    var fold = name && document.getElementById(name);
    if (!fold || fold.tagName !== "DETAILS") return;
    fold.open = true;
    fold.classList.remove("folded");
  }

  all(".md-header__button[for=__drawer]").forEach(addMenu);
  addSearch();
  addDistances();
  all(".cite-words, .feed-address, .to-copy").forEach(addCopying);
  all(".list").forEach(addList);
  all("table[data-filter]").forEach(addIndex);
  openFold();
  addEventListener("hashchange", openFold);
})();
