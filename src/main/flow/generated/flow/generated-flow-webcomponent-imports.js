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
  if (key === '22f29064094a4e161f5f7dc68e647e2ee12be4ff08046c95d332a6e68e7ff080') {
    pending.push(import('./chunks/chunk-4564edbb9a151ed1363fac57eecfb07f13ec362b08a72c9b2f29d92e44e7f11e.js'));
  }
  if (key === 'fefc651bf4ee9fa69cf8c3c5426b9b95d201017984c3d4e6f817c973469742e6') {
    pending.push(import('./chunks/chunk-917edff9bb396f7d63ea43d137fc488f22b59ba05951077dcdf35f3f49cfa9f9.js'));
  }
  if (key === '9366a758b1ef96f6745492b0d30340dc88ede690af626fa2d7af63602ec6c411') {
    pending.push(import('./chunks/chunk-722dc2fa87eb7a76830c286e0a38ef3b5f1b6e280ddb0136f60369a430625e31.js'));
  }
  if (key === 'f77605303f4c9ee3c5d84adf4d267b19fdf7c6260f4c56550b7a61ba99752881') {
    pending.push(import('./chunks/chunk-8177850965ad1e20361009038fedac075e976a200fad803bc309bb22a2c05a8e.js'));
  }
  if (key === 'eef3f64bbfc8ebf3b0f8049aaceed804f0bef7831ef0555836889be554e671c6') {
    pending.push(import('./chunks/chunk-1a01e7b66514cee0896a4c24f92fdbee6030e8c11b1749e87605dc6a4e7904f6.js'));
  }
  if (key === '0de2efd2dece9e45d4189635e88f3ce72f2f47c9798fa934798d9dec20ee3a48') {
    pending.push(import('./chunks/chunk-dc4740f0dbd6a19dd66e1ff3c1236c7116554f55082b16b8a5f67f7f6e8adde6.js'));
  }
  if (key === '8050b14b2de7f87233603498fc38ee9aed7c37f336ef7c7d83de263f7030d38f') {
    pending.push(import('./chunks/chunk-0a399b42af529c8a388e6bcdda2c55ba797890f900b5b10d9c0b298117cc20f7.js'));
  }
  if (key === 'c4665259c29c49d8bf56d2d89ba56a17abc6f5d3565059b1f820914e3f1a3e32') {
    pending.push(import('./chunks/chunk-297e876636a94c9b3a2637bfff71a284270b67d621b1fef35f9b4513ee86ebab.js'));
  }
  if (key === '7fae2b152e8be2fc368feee4ab4dd381e4f3838433d1c4a648de9bca47550807') {
    pending.push(import('./chunks/chunk-5c1d4fef38121af308c547da8b0664385c0b40d7d059848b5f5ea85a828a0390.js'));
  }
  if (key === 'ee9b7ec8f98d6557d1ac3b7512e96d0bb3fbc68923bfd05145b0a3e7da5c4354') {
    pending.push(import('./chunks/chunk-db3757173c20f6503bc2b9c195541d69f767f0e5fa47c7723358a2754d853003.js'));
  }
  if (key === '032f4534914411dd26b1d7fc7fa3ffe94ae5654085ba5b5cf2dec76dca128fcd') {
    pending.push(import('./chunks/chunk-313023d48f8fba72eda1f67af68ccadc828b28d48f9b6fee2ceca18209236274.js'));
  }
  if (key === 'b265bd4c3525835cbb83494496073f4e435c813f46c9b012b064663f20d24b0b') {
    pending.push(import('./chunks/chunk-c57abdb178a4bca869520cd1c133a7db43a0815f6318390d3b75d583a6c012e9.js'));
  }
  if (key === '8bf9e19dfa0104572edb163ffb9cd10f2dceb888addd54ddab39deba8a37ecaf') {
    pending.push(import('./chunks/chunk-ffb9d62bed49b0396a9e270a5993973c56945e0e882798caf1dd726937060214.js'));
  }
  if (key === 'f98d889859268115e0cb0b99c7f51caf0bd4a7edd9cc3df6e774f4c5a70d8307') {
    pending.push(import('./chunks/chunk-db3757173c20f6503bc2b9c195541d69f767f0e5fa47c7723358a2754d853003.js'));
  }
  if (key === 'da4dafc1f5fe919d71b480a00c1d38aa63789d17e8e1b2c09cd1cacf80719f70') {
    pending.push(import('./chunks/chunk-948db6e59cd17ffa24a1cf0610dead1b24c190f5609149d506bc8dd7b96c9b51.js'));
  }
  if (key === '74f04438bf2be0f994cb5fac9198a8efedd44b56b9f038d5ebe2c863942ed3e2') {
    pending.push(import('./chunks/chunk-acddd44b27cbff64fd45e68a4495eeac79cc5ec3474b98ffc02d0e62556b3d1c.js'));
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