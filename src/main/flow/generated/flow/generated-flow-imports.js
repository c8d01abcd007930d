import '@vaadin/icon/src/vaadin-icon.js';
import '@vaadin/tooltip/src/vaadin-tooltip.js';
import '@vaadin/button/src/vaadin-button.js';
import 'Frontend/generated/jar-resources/disableOnClickFunctions.js';
import '@vaadin/app-layout/src/vaadin-app-layout.js';
import '@vaadin/app-layout/src/vaadin-drawer-toggle.js';
import '@vaadin/popover/src/vaadin-popover.js';
import 'Frontend/generated/jar-resources/vaadin-popover/popover.ts';
import '@vaadin/password-field/src/vaadin-password-field.js';
import '@vaadin/common-frontend/ConnectionIndicator.js';

const loadOnDemand = (key) => {
  const pending = [];
  if (key === '8050b14b2de7f87233603498fc38ee9aed7c37f336ef7c7d83de263f7030d38f') {
    pending.push(import('./chunks/chunk-0a399b42af529c8a388e6bcdda2c55ba797890f900b5b10d9c0b298117cc20f7.js'));
  }
  if (key === 'f98d889859268115e0cb0b99c7f51caf0bd4a7edd9cc3df6e774f4c5a70d8307') {
    pending.push(import('./chunks/chunk-db3757173c20f6503bc2b9c195541d69f767f0e5fa47c7723358a2754d853003.js'));
  }
  if (key === '9366a758b1ef96f6745492b0d30340dc88ede690af626fa2d7af63602ec6c411') {
    pending.push(import('./chunks/chunk-722dc2fa87eb7a76830c286e0a38ef3b5f1b6e280ddb0136f60369a430625e31.js'));
  }
  if (key === 'ee9b7ec8f98d6557d1ac3b7512e96d0bb3fbc68923bfd05145b0a3e7da5c4354') {
    pending.push(import('./chunks/chunk-db3757173c20f6503bc2b9c195541d69f767f0e5fa47c7723358a2754d853003.js'));
  }
  if (key === 'da4dafc1f5fe919d71b480a00c1d38aa63789d17e8e1b2c09cd1cacf80719f70') {
    pending.push(import('./chunks/chunk-948db6e59cd17ffa24a1cf0610dead1b24c190f5609149d506bc8dd7b96c9b51.js'));
  }
  if (key === '8bf9e19dfa0104572edb163ffb9cd10f2dceb888addd54ddab39deba8a37ecaf') {
    pending.push(import('./chunks/chunk-ffb9d62bed49b0396a9e270a5993973c56945e0e882798caf1dd726937060214.js'));
  }
  return Promise.all(pending);
}

window.Vaadin = window.Vaadin || {};
window.Vaadin.Flow = window.Vaadin.Flow || {};
window.Vaadin.Flow.loadOnDemand = loadOnDemand;
window.Vaadin.Flow.resetFocus = () => {
 let ae=document.activeElement;
 while(ae&&ae.shadowRoot) ae = ae.shadowRoot.activeElement;
 return !ae || ae.blur() || ae.focus() || true;
}