// A slider over a body's life: it writes the day into the field and shows the page as of it. Without it the form does.

const DAY = 86400000;
const PAUSE = 350; // milliseconds after the last movement
const FOLLOWING = ["#as-of", ".strip", ".foot"]; // what depends on the day, beside the address

const form = document.querySelector("form[data-asof]");
const range = form?.querySelector('input[type="range"]');
const field = form?.querySelector('input[name="on"]');

const dayOf = (days) => new Date(Date.parse(range.dataset.first) + days * DAY).toISOString().slice(0, 10);

let waiting;
let asked = 0;

const show = async () => {
  const mine = ++asked;
  const address = `${form.action.split("?")[0]}?${new URLSearchParams(new FormData(form))}`;
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  if (mine !== asked) return;
  if (!answer.ok) {
    location.assign(address);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== asked) return;
  for (const place of FOLLOWING) {
    const fresh = page.querySelector(place);
    if (fresh) document.querySelector(place)?.replaceWith(fresh);
  }
  document.querySelector(".asof output").textContent = page.querySelector("#as-of h2")?.textContent ?? "";
  history.replaceState(null, "", address);
};

if (range && field && Number(range.max) > 0) {
  range.hidden = false;
  range.addEventListener("input", () => {
    field.value = dayOf(Number(range.value));
    range.setAttribute("aria-valuetext", field.value);
    clearTimeout(waiting);
    waiting = setTimeout(show, PAUSE);
  });
}
