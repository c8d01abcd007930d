// What the pages do beyond plain HTML: they work without it.
import { checkAuthSession, startSessionPolling } from './authChecker.js';

const { otherTabs, authSession } = document.documentElement.dataset;

// Signed in in another tab meanwhile: this one follows.
if (otherTabs) startSessionPolling(otherTabs);
if (authSession) checkAuthSession(authSession);

// Keycloak gives the answer to a form an address that can be loaded again, by a script inside the page. The content security
// policy refuses that script along with all that others might put there, so the address is read from it instead.
for (const script of document.querySelectorAll('script:not([src])')) {
  const address = /history\.replaceState\(\{\}, "[^"]*", "([^"\\]+)"\)/.exec(script.textContent)?.[1];
  if (address?.startsWith(`${location.origin}/realms/`)) history.replaceState({}, '', address);
}

// Show or hide a password.
for (const button of document.querySelectorAll('[data-shows]')) {
  const field = document.getElementById(button.dataset.shows);
  button.hidden = false;
  button.addEventListener('click', () => {
    const visible = field.type === 'password';
    field.type = visible ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(visible));
  });
  // Browsers offer to keep what was typed: never as plain text.
  field.form.addEventListener('submit', () => {
    field.type = 'password';
  });
}

// Errors at the field in our words and look, instead of the browser's bubble.
for (const field of document.querySelectorAll('[data-missing]')) {
  const place = document.getElementById(`input-error-container-${field.id}`);
  field.form.noValidate = true;
  field.form.addEventListener('submit', (event) => {
    if (field.validity.valid) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    place.replaceChildren(document.getElementById(field.dataset.missing).content.cloneNode(true));
    field.closest('.field').classList.add('is-wrong');
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', `hint-${field.id} input-error-${field.id}`);
    field.focus();
  });
}

// One click sends once.
for (const form of document.forms) {
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'true';
  });
  if ('sendsItself' in form.dataset) form.submit();
}
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});
