"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const store = "tradewind-review/" + data.catalogue;
  const reader = document.getElementById("reader");
  const said = document.getElementById("said");
  const answers = new Map(); // by number of the item: {verdict, text, comment}
  const copies = data.items.map(() => []); // where each item is on the page
  let others = {}; // answers about items that this page does not have
  let keeps = true; // whether the browser keeps anything

  document.querySelectorAll(".item").forEach((el) => copies[el.dataset.n].push(el));
  const shown = data.items.map(() => []);
  document.querySelectorAll("[data-show]").forEach((el) => shown[el.dataset.show].push(el));
  const originals = copies.map((list) => list[0].querySelector(".text").defaultValue);

  const plain = (s, isHTML) => (isHTML ? s.trim() : s.replace(/\s+/g, " ").trim());

  function lengthOf(text, unit) {
    const points = Array.from(text);
    if (unit === "gbk-bytes") return points.reduce((n, c) => n + (c.codePointAt(0) < 128 ? 1 : 2), 0);
    if (unit === "bytes") return new TextEncoder().encode(text).length;
    return points.length;
  }

  const units = { "gbk-bytes": "GBK 字节 bytes", bytes: "字节 bytes", characters: "字 characters" };

  function draw(n) {
    const item = data.items[n], a = answers.get(n) || {};
    const text = a.verdict === "better" ? a.text : originals[n];
    for (const el of copies[n]) {
      el.classList.toggle("right", a.verdict === "right");
      el.classList.toggle("better", a.verdict === "better");
      el.classList.toggle("done", Boolean(a.verdict));
      el.querySelector("button.right").setAttribute("aria-pressed", a.verdict === "right");
      el.querySelector("button.better").setAttribute("aria-pressed", a.verdict === "better");
      const field = el.querySelector(".text"), count = el.querySelector(".count");
      if (field !== document.activeElement) field.value = text;
      el.querySelector(".restore").hidden = field.value === originals[n];
      const comment = el.querySelector(".comment");
      if (comment !== document.activeElement) comment.value = a.comment || "";
      if (a.comment) showComment(el);
      if (item.limit) {
        const length = lengthOf(plain(field.value), item.unit), over = length > item.limit;
        count.textContent = length + " / " + item.limit + " " + (units[item.unit] || "") + (over ? " 太长 too long" : "");
        count.classList.toggle("over", over);
      }
      grow(field);
    }
    for (const el of shown[n]) el.textContent = text;
  }

  function grow(field) {
    if (field.offsetParent === null) return;
    field.style.height = "auto";
    field.style.height = field.scrollHeight + 2 + "px";
  }

  function showComment(el) {
    el.querySelector(".comment").hidden = false;
    el.querySelector(".talk").setAttribute("aria-expanded", "true");
  }

  function set(n, change) {
    const a = Object.assign({}, answers.get(n), change);
    if (a.verdict || a.comment) answers.set(n, a);
    else answers.delete(n);
    draw(n);
    tally();
    keep();
  }

  function typed(n, field) {
    const text = plain(field.value, "html" in field.dataset);
    if (text === "" || text === originals[n]) set(n, { verdict: "", text: "" });
    else set(n, { verdict: "better", text: text });
  }

  function approve(n) {
    const a = answers.get(n) || {};
    if (originals[n] === "" && a.verdict !== "better") return;
    if (a.verdict === "right") set(n, { verdict: "" });
    else set(n, { verdict: "right", text: "" });
  }

  function tally() {
    let done = 0;
    answers.forEach((a) => { if (a.verdict) done++; });
    const all = data.items.length;
    document.getElementById("progress").textContent = done + " / " + all + (keeps ? "" : " · 浏览器不能自动保存，请常按“保存答案” This browser keeps nothing: save often");
    document.getElementById("bar").style.width = (all ? (100 * done) / all : 0) + "%";
  }

  function keep() {
    const kept = { reader: reader.value, answers: Object.assign({}, others) };
    answers.forEach((a, n) => { kept.answers[data.items[n].key] = a; });
    try {
      localStorage.setItem(store, JSON.stringify(kept));
      keeps = true;
    } catch (e) {
      keeps = false;
    }
  }

  function restore() {
    let kept;
    try {
      kept = JSON.parse(localStorage.getItem(store)) || {};
    } catch (e) {
      return;
    }
    if (typeof kept.reader === "string") reader.value = kept.reader;
    others = Object.assign({}, kept.answers);
    data.items.forEach((item, n) => {
      if (!others[item.key]) return;
      answers.set(n, others[item.key]);
      delete others[item.key];
    });
  }

  function day() {
    const d = new Date(), two = (n) => String(n).padStart(2, "0");
    return d.getFullYear() + "-" + two(d.getMonth() + 1) + "-" + two(d.getDate());
  }

  function file() {
    const list = [];
    data.items.forEach((item, n) => {
      const a = answers.get(n);
      if (!a) return;
      const one = { field: item.field, source: item.source, was: item.was };
      if (item.product) one.product = item.product;
      if (item.part && item.product) one.part = item.part;
      if (a.verdict) one.verdict = a.verdict;
      if (a.verdict === "better") one.text = a.text;
      if (a.comment) one.comment = a.comment;
      list.push(one);
    });
    return JSON.stringify({
      format: data.format, version: data.version, catalogue: data.catalogue, locale: data.locale,
      page: data.page, reader: reader.value.trim(), saved: day(), answers: list,
    }) + "\n";
  }

  // isReady reports whether there is something to save and a name to save it under.
  function isReady() {
    said.textContent = "";
    if (reader.value.trim() === "") {
      said.textContent = "请先填写您的姓名。 Type your name first.";
      reader.focus();
      reader.scrollIntoView({ block: "center" });
      return false;
    }
    if (answers.size === 0) {
      said.textContent = "还没有答案。 There are no answers yet.";
      return false;
    }
    return true;
  }

  function save() {
    if (!isReady()) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file()], { type: "application/json" }));
    link.download = "tradewind-answers-" + day() + ".json";
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    said.textContent = "已保存为 " + link.download + "，请把它发回。 Saved as " + link.download + ": send it back.";
  }

  function copy() {
    if (!isReady()) return;
    const box = document.getElementById("copied"), text = box.querySelector("textarea");
    box.hidden = false;
    text.value = file();
    text.select();
    document.execCommand("copy");
    said.textContent = "答案已复制。 The answers are copied.";
  }

  // all answers what is open in a group or a product; pressed again, it takes that back.
  function all(button) {
    const numbers = Array.from(button.closest(".group, .own").querySelectorAll(".item"), (el) => Number(el.dataset.n)).filter((n) => originals[n] !== "");
    const open = numbers.filter((n) => !(answers.get(n) || {}).verdict);
    if (open.length > 0) {
      button.given = open;
      open.forEach((n) => set(n, { verdict: "right", text: "" }));
    } else if (button.given) {
      button.given.filter((n) => (answers.get(n) || {}).verdict === "right").forEach((n) => set(n, { verdict: "" }));
      button.given = null;
    }
  }

  function next(field) {
    const fields = Array.from(document.querySelectorAll(".text")).filter((f) => f.offsetParent !== null);
    const following = fields[fields.indexOf(field) + 1];
    if (following) following.focus();
    else field.blur();
  }

  document.addEventListener("click", (e) => {
    const button = e.target.closest("button"), el = e.target.closest(".item");
    if (!button) return;
    if ("all" in button.dataset) return all(button);
    if (!el) return;
    const n = Number(el.dataset.n), field = el.querySelector(".text");
    if (button.classList.contains("right")) approve(n);
    if (button.classList.contains("better")) field.focus();
    if (button.classList.contains("restore")) set(n, { verdict: "", text: "" });
    if (button.classList.contains("talk")) {
      showComment(el);
      el.querySelector(".comment").focus();
    }
  });
  document.addEventListener("input", (e) => {
    const el = e.target.closest(".item");
    if (e.target === reader) return keep();
    if (!el) return;
    if (e.target.classList.contains("comment")) set(Number(el.dataset.n), { comment: e.target.value.trim() });
    else typed(Number(el.dataset.n), e.target);
  });
  document.addEventListener("focusout", (e) => {
    const el = e.target.closest(".item");
    if (el) setTimeout(() => draw(Number(el.dataset.n)));
  });
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Enter" || e.isComposing || !e.target.classList.contains("text") || "html" in e.target.dataset) return;
    e.preventDefault();
    const n = Number(e.target.closest(".item").dataset.n);
    if (!(answers.get(n) || {}).verdict) approve(n);
    next(e.target);
  });
  document.addEventListener("toggle", (e) => e.target.querySelectorAll(".text").forEach(grow), true);
  document.getElementById("only").addEventListener("change", (e) => document.body.classList.toggle("only-open", e.target.checked));
  document.getElementById("save").addEventListener("click", save);
  document.getElementById("copy").addEventListener("click", copy);
  window.addEventListener("resize", () => document.querySelectorAll(".text").forEach(grow));

  document.documentElement.classList.add("js");
  restore();
  data.items.forEach((item, n) => draw(n));
  tally();
})();
