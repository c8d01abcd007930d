// The shell's few steps that would be too late after a round trip: the skip link, the heading that takes focus on a new
// page, the arrow keys of the search box, and focus that never falls off the page. A plain file, so that the content
// security policy needs no exception.
(() => {
  if (window.portalShell) {
    return;
  }

  const list = () => document.getElementById('find-list');
  const options = () => [...(list()?.querySelectorAll('[role=option]') ?? [])];

  const choose = (box, option) => {
    options().forEach((each) => each.setAttribute('aria-selected', String(each === option)));
    if (option) {
      box.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      box.removeAttribute('aria-activedescendant');
    }
  };

  const close = (box) => {
    if (list()) {
      list().hidden = true;
      box.setAttribute('aria-expanded', 'false');
      choose(box, null);
    }
  };

  const move = (box, step) => {
    const all = options();
    const at = all.findIndex((each) => each.getAttribute('aria-selected') === 'true');
    const next = at + step;
    choose(box, next < 0 || next >= all.length ? null : all[next]);
    if (at === -1 && step === -1) {
      choose(box, all[all.length - 1]);
    }
  };

  window.portalShell = {
    // The server has put new suggestions into the list
    suggest(box) {
      const open = document.activeElement === box && options().length > 0 && box.value.trim().length > 1;
      choose(box, null);
      list().hidden = !open;
      box.setAttribute('aria-expanded', String(open));
    },
    close,
    // Another page was opened: its heading takes focus, so that it is read and Tab goes on from there
    arrived() {
      const heading = document.querySelector('main h1') ?? document.querySelector('main');
      if (heading) {
        heading.setAttribute('tabindex', '-1');
        heading.focus({ preventScroll: true });
      }
      // The layout's content scrolls, not the window
      document.querySelector('vaadin-app-layout')?.shadowRoot?.querySelector('[part~=content]')?.scrollTo(0, 0);
      window.scrollTo(0, 0);
    },
  };

  // ---------- Focus: when what has it is taken away or built anew, what stands in its place takes over ----------

  const REMEMBERED = 12;
  const SETTLES_MILLIS = 200;
  let had = [];
  let settling = 0;
  let taken = false;

  const seen = (element) => element.isConnected && element.getClientRects().length > 0;
  const label = (element) => element.getAttribute('aria-label') ?? element.textContent.trim();

  const remember = (element) => {
    if (!element || element === document.body || !element.closest('main, header, nav, .sc-band, vaadin-dialog')) {
      return;
    }
    const above = [];
    for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
      above.push(each);
    }
    had = [...had.slice(1 - REMEMBERED), { element, above, tag: element.localName, label: label(element) }];
  };

  const headingFor = (place) => {
    const headings = [...document.querySelectorAll('main h1, main h2, main h3')].filter(seen);
    const before = headings.filter(
      (each) => place.contains(each) || each.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    return headings.find((each) => place.contains(each)) ?? before.at(-1) ?? headings[0];
  };

  const inPlaceOf = ({ element, above, tag, label: words }) => {
    const place = above.find((each) => seen(each));
    if (!place?.closest('main')) {
      return seen(element) && element.closest('main') ? element : null;
    }
    const same = [...place.querySelectorAll(tag)].find(
      (each) => label(each) === words && seen(each) && !each.hasAttribute('disabled'),
    );
    return same ?? headingFor(place);
  };

  const hold = () => {
    const last = had.at(-1);
    const was = taken;
    taken = false;
    if (!last || document.activeElement !== document.body || (seen(last.element) && !was)) {
      return;
    }
    if (seen(last.element) && !last.element.hasAttribute('disabled')) {
      // It was only moved
      last.element.focus({ preventScroll: true });
      return;
    }
    for (const each of [...had].reverse()) {
      const next = inPlaceOf(each);
      if (next) {
        if (/^h[1-6]$/.test(next.localName)) {
          next.setAttribute('tabindex', '-1');
        }
        next.focus({ preventScroll: true });
        return;
      }
    }
  };

  // What Vaadin says when a session has ended stands beside the page and says nothing to those who listen to it
  const announce = () => {
    const said = document.querySelector('.v-system-error:not([role])');
    if (said && said.getClientRects().length > 0) {
      said.setAttribute('role', 'alertdialog');
      said.setAttribute('aria-label', said.querySelector('.caption')?.textContent ?? 'Notice');
      said.setAttribute('tabindex', '-1');
      said.focus();
    }
  };

  document.addEventListener('focusin', (event) => remember(event.target));
  // A press beside everything lets go of focus, and that is meant
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.target.closest?.('a, button, input, textarea, [tabindex]')) {
        had = [];
      }
    },
    true,
  );
  document.addEventListener('click', () => remember(document.activeElement), true);
  new MutationObserver((changes) => {
    const last = had.at(-1)?.element;
    taken ||= Boolean(last) && changes.some((each) => [...each.removedNodes].some((node) => node.contains(last)));
    announce();
    clearTimeout(settling);
    settling = setTimeout(hold, SETTLES_MILLIS);
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden', 'disabled'] });

  document.addEventListener(
    'keydown',
    (event) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || box.id !== 'find' || event.isComposing) {
        return;
      }
      const open = list() && !list().hidden;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (!open) {
          window.portalShell.suggest(box);
        }
        event.preventDefault();
        move(box, event.key === 'ArrowDown' ? 1 : -1);
      } else if (event.key === 'Escape' && open) {
        event.preventDefault();
        event.stopPropagation();
        close(box);
      } else if (event.key === 'Enter') {
        const chosen = options().find((each) => each.getAttribute('aria-selected') === 'true');
        if (open && chosen) {
          event.preventDefault();
          event.stopImmediatePropagation();
          chosen.click();
        }
        close(box);
      }
    },
    true,
  );

  document.addEventListener('focusout', (event) => {
    if (event.target.id === 'find') {
      close(event.target);
    }
  });

  // A press on a suggestion must not take focus from the box, or the list would close before the click
  document.addEventListener('mousedown', (event) => {
    if (event.target.closest?.('#find-list')) {
      event.preventDefault();
    }
  });

  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-skip]')) {
      event.preventDefault();
      document.getElementById('content')?.focus();
    }
  });
})();
