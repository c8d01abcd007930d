// The shell's few steps that would be too late after a round trip: the skip link, the heading that takes focus on a new
// page, and the arrow keys of the search box. A plain file, so that the content security policy needs no exception.
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
