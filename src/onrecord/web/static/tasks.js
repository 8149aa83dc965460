// Drop files, and see how far they are. Every page works without this file.
"use strict";
(() => {
  const LONGEST = 300; // characters of a file's path
  const form = document.querySelector("[data-drop]");
  if (form) {
    const status = form.querySelector("[data-status]");
    const input = form.querySelector("input[type=file]");
    form.querySelector("[data-with-script]").hidden = false;

    const send = (files) => {
      if (!files.length) { status.textContent = "There are no files in it."; return; }
      const data = new FormData();
      for (const [file, path] of files) data.append(input.name, file, path.slice(-LONGEST));
      const request = new XMLHttpRequest();
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) status.textContent = `Sending: ${Math.floor((100 * event.loaded) / event.total)} %`;
      });
      request.addEventListener("load", () => {
        if (new URL(request.responseURL).pathname.startsWith("/add/")) { location.assign(request.responseURL); return; }
        const page = new DOMParser().parseFromString(request.responseText, "text/html");
        status.textContent = page.querySelector("[role=alert]")?.textContent ?? request.responseText.slice(0, LONGEST);
      });
      request.addEventListener("error", () => { status.textContent = "The server does not answer; is it still running?"; });
      request.open("POST", form.action);
      request.send(data);
      status.textContent = "Sending";
    };
    // Folders come as entries, whose files are listed in parts.
    const list = async (entry, path) => {
      if (entry.isFile) return [[await new Promise((yes, no) => entry.file(yes, no)), path + entry.name]];
      const reader = entry.createReader(), found = [];
      for (;;) {
        const part = await new Promise((yes, no) => reader.readEntries(yes, no));
        if (!part.length) return found;
        for (const each of part) if (!each.name.startsWith(".")) found.push(...await list(each, `${path}${entry.name}/`));
      }
    };
    const over = (event, lit) => { event.preventDefault(); form.classList.toggle("over", lit); };
    form.addEventListener("dragover", (event) => over(event, true));
    form.addEventListener("dragleave", (event) => over(event, false));
    form.addEventListener("drop", async (event) => {
      over(event, false);
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
      const plain = [...event.dataTransfer.files].map((file) => [file, file.name]);
      try {
        send(entries.length ? (await Promise.all(entries.map((entry) => list(entry, "")))).flat() : plain);
      } catch {
        status.textContent = "The browser could not read what was dropped; choose the files instead.";
      }
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send([...input.files].map((file) => [file, file.webkitRelativePath || file.name]));
    });
  }

  const follow = async (job) => {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("[data-job]");
    if (!now) { location.reload(); return; }
    for (const [name, value] of Object.entries(now.dataset)) job.dataset[name] = value;
    // What says how far it is stays in its place, so that it is read out when it changes.
    const said = job.querySelector("[role=status]"), says = now.querySelector("[role=status]");
    if (said.textContent !== says.textContent) said.textContent = says.textContent;
    said.dataset.state = says.dataset.state;
    job.replaceChildren(said, ...[...now.childNodes].filter((node) => node !== says));
    if (!("over" in job.dataset)) setTimeout(() => follow(job).catch(() => setTimeout(() => location.reload(), 3000)), 700);
  };
  const job = document.querySelector("[data-job]:not([data-over])");
  if (job) follow(job);
})();
