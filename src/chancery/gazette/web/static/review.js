// Keys for judging pairs: S same, N not the same, U unsure, K or the arrows for the next one. Without it the buttons do.

const pairs = [...document.querySelectorAll("[data-review] .pair")];

const current = () => Math.max(0, pairs.findIndex((pair) => pair.contains(document.activeElement)));

const go = (place) => {
  const pair = pairs[Math.min(Math.max(place, 0), pairs.length - 1)];
  pair?.focus({ preventScroll: true });
  pair?.scrollIntoView({ block: "center" });
};

document.addEventListener("keydown", (event) => {
  if (!pairs.length || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
  const key = event.key.toLowerCase();
  if (key === "k" || key === "arrowdown") go(current() + 1);
  else if (key === "j" || key === "arrowup") go(current() - 1);
  else {
    const button = pairs[current()].querySelector(`button[data-key="${CSS.escape(key)}"]`);
    if (!button) return;
    button.click();
  }
  event.preventDefault();
});

if (pairs.length) pairs[0].focus({ preventScroll: true });
