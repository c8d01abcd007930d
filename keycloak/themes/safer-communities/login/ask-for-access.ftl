<#import "portal.ftl" as portal>
<#-- The way in for people without an account. Keycloak does not say whether an address has one, so this always stands here. -->
<#macro invitation email="">
  <#if portal.url()?has_content>
  <section class="after" aria-labelledby="no-account">
    <h2 id="no-account">${msg("noAccount")}</h2>
    <p>${msg("noAccountText")}</p>
    <p><a id="ask-for-access" class="strong" href="${portal.askForAccess(email)}">${msg("askForAccess")}</a></p>
  </section>
  </#if>
</#macro>

<#-- Filled in by domain.js when the portal says that it does not know the domain. -->
<#macro unknownDomain email="">
  <#if portal.url()?has_content && email?contains("@")>
  <div role="status" id="domain" data-portal="${portal.url()}" data-email="${email}">
    <template id="unknown-domain"><div class="notice notice-info"><div>
      <p><strong data-domain></strong> ${msg("unknownDomain")}</p><p>${msg("unknownDomainNext")}</p>
      <p class="actions"><a class="button button-primary" href="${portal.askForAccess(email)}">${msg("askForAccess")}</a></p>
    </div></div></template>
    <template id="known-domain"><p class="hint"><strong data-agency></strong> ${msg("knownDomain")}</p></template>
  </div>
  <script type="module" src="${url.resourcesPath}/js/domain.js"></script>
  </#if>
</#macro>
