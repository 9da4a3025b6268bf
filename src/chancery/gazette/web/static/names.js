// Offers names of the record while one types. Without it the document's own names are offered.

const list = document.getElementById("names");
const own = new Set([...list?.children ?? []].map((option) => option.value));
let asked = 0;
let timer = 0;

const offer = async (text) => {
  const number = ++asked;
  const answer = await fetch(`/search.json?q=${encodeURIComponent(text)}`);
  if (!answer.ok || number !== asked) return;
  const found = await answer.json();
  for (const option of [...list.children]) if (!own.has(option.value)) option.remove();
  for (const hit of found.names ?? []) {
    const option = document.createElement("option");
    option.value = `${hit.entity.name.replace(/\s+/g, " ")} [${hit.entity.id}]`;
    if (!own.has(option.value)) list.append(option);
  }
};

document.addEventListener("input", (event) => {
  if (!list || !event.target.matches?.("[data-names]")) return;
  const text = event.target.value.trim();
  clearTimeout(timer);
  if (text.length < 2 || text.endsWith("]")) return;
  timer = setTimeout(() => offer(text).catch(() => {}), 200);
});

// Another kind is shown at once.
document.querySelector("form.kind select")?.addEventListener("change", (event) => event.target.form.requestSubmit());
