// Words that are selected in the reading view can be stated as a fact. Without it the form lists the sentences.

const article = document.querySelector("article[data-add]");
const size = (text) => [...text].length;

// Offsets count characters of the text layer: a sign that is shown by name is one, and so is a line end unless the
// document ends its lines with two.
const lineEnds = article?.dataset.ends === "2";
const length = (text) => size(text) + (lineEnds ? text.split("\n").length - 1 : 0);

const offsetOf = (node, place) => {
  const at = node.nodeType === Node.TEXT_NODE ? node : null;
  const element = (at ? at.parentElement : node).closest?.("[data-start]");
  if (!element) return null;
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, place);
  const part = range.cloneContents();
  let count = Number(element.dataset.start);
  for (const sign of part.querySelectorAll(".unseen")) {
    if (sign.textContent) count += Number(sign.dataset.signs ?? 1);
    sign.remove();
  }
  return count + length(part.textContent);
};

if (article) {
  const offer = document.createElement("a");
  offer.className = "add-here";
  offer.hidden = true;
  offer.textContent = article.dataset.offer;
  article.before(offer);

  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) {
      offer.hidden = true;
      return;
    }
    const range = selection.getRangeAt(0);
    if (!article.contains(range.commonAncestorContainer)) return;
    const start = offsetOf(range.startContainer, range.startOffset);
    const end = offsetOf(range.endContainer, range.endOffset);
    offer.hidden = start === null || end === null || start >= end;
    if (offer.hidden) return;
    offer.href = `${article.dataset.add}?start=${start}&end=${end}`;
    const box = range.getBoundingClientRect();
    offer.style.setProperty("top", `${box.bottom + scrollY + 6}px`);
    offer.style.setProperty("left", `${Math.max(8, Math.min(box.left, innerWidth - 180)) + scrollX}px`);
  });
}
