import { injectGlobalWebcomponentCss } from 'Frontend/generated/jar-resources/theme-util.js';

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
  if (key === 'ee9b7ec8f98d6557d1ac3b7512e96d0bb3fbc68923bfd05145b0a3e7da5c4354') {
    pending.push(import('./chunks/chunk-db3757173c20f6503bc2b9c195541d69f767f0e5fa47c7723358a2754d853003.js'));
  }
  if (key === '8050b14b2de7f87233603498fc38ee9aed7c37f336ef7c7d83de263f7030d38f') {
    pending.push(import('./chunks/chunk-0a399b42af529c8a388e6bcdda2c55ba797890f900b5b10d9c0b298117cc20f7.js'));
  }
  if (key === 'f98d889859268115e0cb0b99c7f51caf0bd4a7edd9cc3df6e774f4c5a70d8307') {
    pending.push(import('./chunks/chunk-db3757173c20f6503bc2b9c195541d69f767f0e5fa47c7723358a2754d853003.js'));
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