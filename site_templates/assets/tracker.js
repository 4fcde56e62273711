/* What the pages gain with JavaScript: how far away a date is, and tables that can be narrowed and sorted.
   Every page says everything without it. */
(function () {
  "use strict";

  var DAY = 86400000;

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
    document.querySelectorAll(".cell-due > time, .facts--duty strong > time").forEach(function (time) {
      var days = Math.round((Date.parse(time.dateTime) - today) / DAY);
      if (isNaN(days) || Math.abs(days) > 400) return;
      var words = document.createElement("span");
      words.className = "distance";
      words.textContent = distance(days);
      time.after(" ", words);
    });
  }

  function choice(label, values, change) {
    var wrapper = document.createElement("label");
    var select = document.createElement("select");
    wrapper.append(label + " ", select);
    ["All"].concat(values).forEach(function (value, position) {
      var option = document.createElement("option");
      option.textContent = value;
      option.value = position ? value : "";
      select.append(option);
    });
    select.addEventListener("change", change);
    return { wrapper: wrapper, select: select };
  }

  function valuesOf(rows, name) {
    var values = [];
    rows.forEach(function (row) {
      (row.dataset[name] || "").split("|").forEach(function (value) {
        if (value && values.indexOf(value) < 0) values.push(value);
      });
    });
    return values.sort();
  }

  function addFilters(table) {
    var rows = Array.from(table.tBodies[0].rows);
    var bar = document.createElement("div");
    var status = document.createElement("span");
    var choices = [];
    bar.className = "filters";
    status.setAttribute("role", "status");

    function apply() {
      var shown = 0;
      rows.forEach(function (row) {
        row.hidden = !choices.every(function (each) {
          var wanted = each.select.value;
          return !wanted || (row.dataset[each.name] || "").split("|").indexOf(wanted) >= 0;
        });
        if (!row.hidden) shown += 1;
      });
      status.textContent = shown === rows.length ? "" : shown + " of " + rows.length + " shown";
    }

    [["standing", "Standing"], ["officials", "Official"]].forEach(function (pair) {
      var values = valuesOf(rows, pair[0]);
      if (values.length < 2) return;
      var made = choice(pair[1], values, apply);
      choices.push({ name: pair[0], select: made.select });
      bar.append(made.wrapper);
    });
    if (!choices.length) return;
    bar.append(status);
    table.closest(".rows").before(bar);
  }

  function textOf(row, column) {
    var cell = row.cells[column];
    var time = cell.querySelector("time");
    if (column === 0 && row.dataset.due !== undefined) return row.dataset.due || "9999";
    return time ? time.dateTime : cell.textContent.trim().toLowerCase();
  }

  function compare(one, other) {
    var a = parseFloat(one), b = parseFloat(other);
    if (String(a) === one && String(b) === other) return a - b;
    return one < other ? -1 : one > other ? 1 : 0;
  }

  function addSorting(table) {
    var body = table.tBodies[0];
    Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.textContent = head.textContent;
      head.textContent = "";
      head.append(button);
      button.addEventListener("click", function () {
        var direction = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        Array.from(table.tHead.rows[0].cells).forEach(function (each) { each.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
        Array.from(body.rows).sort(function (one, other) {
          return direction * compare(textOf(one, column), textOf(other, column));
        }).forEach(function (row) { body.append(row); });
      });
    });
  }

  function addCopying(line) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(line.textContent).then(function () { button.textContent = "Copied"; });
    });
    line.after(" ", button);
  }

  document.querySelectorAll(".md-search[role=dialog]").forEach(function (dialog) {
    dialog.setAttribute("aria-label", "Search");  // the theme leaves its dialog without a name
  });
  addDistances();
  if (navigator.clipboard) document.querySelectorAll(".cite-words").forEach(addCopying);
  document.querySelectorAll("table[data-filter]").forEach(function (table) {
    addFilters(table);
    addSorting(table);
  });
})();
