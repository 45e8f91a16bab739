"use strict";
(() => {
  const form = document.getElementById("filter");
  const words = document.getElementById("words");
  const rows = [...document.querySelectorAll("table[data-filter] tbody tr")];
  const texts = rows.map((row) => row.textContent.toLowerCase());

  function filter() {
    const wanted = words.value.trim().toLowerCase();
    let shown = 0;
    rows.forEach((row, place) => {
      row.hidden = !texts[place].includes(wanted);
      shown += !row.hidden;
    });
    const nodes = document.getElementById("nodes");
    if (wanted && nodes) nodes.open = true;
    form.querySelector("output").value = wanted ? `${shown} of ${rows.length} rows` : "";
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  words.addEventListener("input", filter);

  const drawing = document.getElementById("drawing");
  if (!drawing) return;
  const picked = document.getElementById("picked");
  const nodes = [...drawing.querySelectorAll(".node")];
  const links = [...drawing.querySelectorAll(".link")];
  const names = nodes.map((node) => node.querySelector("text").textContent);
  let kept = null;

  function light(node) {
    const number = node && node.dataset.node;
    const into = new Set();
    const out = new Set();
    for (const link of links) {
      const { from, to } = link.dataset;
      link.classList.toggle("lit", Boolean(node) && (from === number || to === number));
      if (from === number) out.add(to);
      if (to === number) into.add(from);
    }
    for (const other of nodes) {
      const its = other.dataset.node;
      other.classList.toggle("lit", Boolean(node) && (other === node || out.has(its) || into.has(its)));
      other.classList.toggle("picked", other === node);
    }
    drawing.classList.toggle("dimmed", Boolean(node));
    tell(node, out, into);
  }

  function tell(node, out, into) {
    picked.hidden = !node;
    if (!node) return;
    const list = (found) => [...found].map((number) => names[number]).join(", ") || "nothing";
    const title = node.querySelector("title").textContent;
    picked.textContent = `${title}. It leads to ${list(out)}; it is reached from ${list(into)}.`;
  }

  const nodeOf = (event) => event.target.closest(".node");
  const reach = (node) => nodes.forEach((other) => other.setAttribute("tabindex", other === node ? "0" : "-1"));

  drawing.addEventListener("pointerover", (event) => {
    if (!kept) light(nodeOf(event));
  });
  drawing.addEventListener("pointerleave", () => light(kept));
  drawing.addEventListener("focusin", (event) => {
    kept = null;
    light(nodeOf(event));
  });
  drawing.addEventListener("focusout", () => light(kept));
  drawing.addEventListener("click", (event) => {
    const node = nodeOf(event);
    event.preventDefault();
    kept = node === kept ? null : node;
    light(kept);
  });
  drawing.addEventListener("keydown", (event) => {
    const place = nodes.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      kept = null;
      light(null);
    }
    if (place < 0 || !step) return;
    const next = nodes[(place + step + nodes.length) % nodes.length];
    event.preventDefault();
    reach(next);
    next.focus();
  });
  reach(nodes[0]);
})();
