// Asks the portal whether it knows the domain of the address, and says so when it does not. The page stands without.
const place = document.getElementById('domain');
const domain = place.dataset.email.split('@').pop().trim().toLowerCase();

function show(template, slot, text) {
  const content = document.getElementById(template).content.cloneNode(true);
  content.querySelector(`[data-${slot}]`).textContent = text;
  place.append(content);
}

try {
  const answer = await fetch(`${place.dataset.portal}/public/agency-domains/${encodeURIComponent(domain)}`, {
    credentials: 'omit',
    signal: AbortSignal.timeout(4000),
  });
  if (answer.ok) {
    const { known, agency, signsInHere } = await answer.json();
    if (known === false) {
      show('unknown-domain', 'domain', domain);
      // One thing to do first: ask
      document.getElementById('kc-login')?.classList.replace('button-primary', 'button-secondary');
      const invitation = document.getElementById('ask-for-access')?.closest('section');
      if (invitation) invitation.hidden = true;
    } else if (agency && signsInHere) {
      show('known-domain', 'agency', agency);
    }
  }
} catch {
  // The portal cannot be asked: the text that always stands on the page is enough.
}
