// Facts and the words that state them light each other up. Without this file the links between them still work.

const claimsOf = (element) => (element.dataset.claims || "").split(" ").filter(Boolean);

const light = (claims, on) => {
  for (const claim of claims) {
    for (const element of document.querySelectorAll(`[data-claims~="${CSS.escape(claim)}"]`)) {
      element.classList.toggle("lit", on);
    }
  }
};

const follow = (element) => {
  const claims = claimsOf(element);
  element.addEventListener("pointerenter", () => light(claims, true));
  element.addEventListener("pointerleave", () => light(claims, false));
  element.addEventListener("focusin", () => light(claims, true));
  element.addEventListener("focusout", () => light(claims, false));
};

document.querySelectorAll("[data-claims]").forEach(follow);
