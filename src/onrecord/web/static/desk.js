// Keys, copied citations, and marks that light up together. Every page works without this file.
"use strict";
(() => {
  const KEYS = { "/": "search", j: "next row", k: "row before", o: "open the row", c: "copy its citation", "?": "this list", Esc: "leave a field" };
  const stored = { get: () => { try { return localStorage.getItem("keys"); } catch { return null; } },
    set: (value) => { try { localStorage.setItem("keys", value); } catch { /* private window */ } } };
  let on = stored.get() !== "off";
  const rows = () => [...document.querySelectorAll("[data-cite]")];
  let at = -1;

  const say = (words) => {
    const toast = document.createElement("p");
    toast.className = "toast";
    toast.setAttribute("role", "status");
    document.body.append(toast);
    toast.textContent = words;
    setTimeout(() => toast.remove(), 2500);
  };
  const copy = async (row) => {
    try {
      await navigator.clipboard.writeText(row.dataset.cite);
      say("Citation copied");
    } catch {
      say("The browser did not let it be copied; open the row and select its citation");
    }
  };
  const go = (step) => {
    const all = rows();
    if (!all.length) return;
    at = Math.min(all.length - 1, Math.max(0, at + step));
    all.forEach((row, index) => row.classList.toggle("at", index === at));
    const row = all[at];
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  };
  const current = () => document.activeElement?.closest?.("[data-cite]") ?? rows()[at] ?? (rows().length === 1 || document.querySelector(".row-page") ? rows()[0] : undefined);
  const help = () => {
    const dialog = document.createElement("dialog");
    dialog.setAttribute("aria-label", "Keys");
    const list = document.createElement("dl");
    list.className = "meanings";
    const here = [...document.querySelectorAll("[data-key]")].map((element) => [element.dataset.key, element.textContent]);
    for (const [key, meaning] of [...Object.entries(KEYS), ...here]) {
      const dt = document.createElement("dt"), dd = document.createElement("dd"), kbd = document.createElement("kbd");
      kbd.textContent = key;
      dt.append(kbd);
      dd.textContent = meaning;
      list.append(dt, dd);
    }
    const close = document.createElement("button");
    close.textContent = "Close";
    close.addEventListener("click", () => dialog.close());
    dialog.append(list, close);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };
  // A page's own keys stand on what they press: a button, a link, or the head of a form.
  const own = (key) => /^[a-z]$/.test(key) && document.querySelector(`[data-key="${key}"]`);
  const activate = (element) => {
    if (element.tagName !== "SUMMARY") return element.click();
    element.parentElement.open = true;
    element.parentElement.querySelector("input:not([type=hidden]), select")?.focus();
  };
  const press = (key) => {
    const row = current();
    if (key === "/") document.getElementById("q").focus();
    else if (key === "j") go(1);
    else if (key === "k") go(-1);
    else if (key === "o" && row) row.querySelector('a[href^="/row/"]')?.click();
    else if (key === "c" && row) copy(row);
    else if (key === "?") help();
    else if (own(key)) activate(own(key));
    else return false;
    return true;
  };
  document.addEventListener("keydown", (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("dialog")) return;
    if (event.target.closest("input, select, textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (press(event.key)) event.preventDefault();
  });

  for (const row of rows()) {
    const place = row.querySelector(".src, td:last-child") ?? row.parentElement.querySelector(".src");
    const button = document.createElement("button");
    button.className = "copy-it";
    button.type = "button";
    button.textContent = "Copy citation";
    button.addEventListener("click", () => copy(row));
    if (row.matches(".rows .row, .context, .position, .sentences li")) place?.append(" ", button);
  }

  const light = (id, lit) => {
    for (const mark of document.querySelectorAll(`[data-rows~="${CSS.escape(id)}"]`)) mark.classList.toggle("over", lit);
  };
  for (const card of document.querySelectorAll("[data-row]")) {
    for (const [name, lit] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]])
      card.addEventListener(name, () => light(card.dataset.row, lit));
  }

  const hint = document.getElementById("keys-hint");
  const button = document.createElement("button");
  button.className = "copy-it";
  button.type = "button";
  const show = () => { button.textContent = on ? "Keys are on (? lists them): switch off" : "Keys are off: switch on"; };
  button.addEventListener("click", () => { on = !on; stored.set(on ? "on" : "off"); show(); });
  show();
  hint?.append(button);
})();
