// With the Shift key held, all rows from the one ticked last to this one become what this one becomes.
(() => {
  if (window.portalChoosesRows) {
    return;
  }
  window.portalChoosesRows = true;

  let last;
  document.addEventListener('click', (event) => {
    const box = event.isTrusted && event.target.localName === 'input' && event.target.closest('.sc-row-tick vaadin-checkbox');
    if (!box) {
      return;
    }
    if (event.shiftKey && last?.isConnected) {
      const boxes = [...document.querySelectorAll('.sc-row-tick vaadin-checkbox')];
      const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((one, other) => one - other);
      boxes
        .slice(from, to + 1)
        .map((each) => each.querySelector('input'))
        .filter((each) => each.checked !== event.target.checked)
        .forEach((each) => each.click());
    }
    last = box;
  });
})();
