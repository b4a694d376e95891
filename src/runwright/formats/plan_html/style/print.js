addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details.on-paper:not([open])")) {
    part.open = true;
    part.dataset.closed = "";
  }
});
addEventListener("afterprint", () => {
  for (const part of document.querySelectorAll("details[data-closed]")) part.open = false;
});
