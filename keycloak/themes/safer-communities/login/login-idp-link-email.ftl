<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("emailLinkIdpTitle", idpDisplayName)}
  <#elseif section = "form">
    <p class="lead" id="instruction1">${msg("emailLinkIdp1", idpDisplayName, brokerContext.username, realm.displayName)}</p>
    <p id="instruction3">${msg("emailLinkIdp4")} <a href="${url.loginAction}">${msg("emailLinkIdp5")}</a></p>
    <p id="instruction2">${msg("emailLinkIdp2")} <a href="${url.loginAction}">${msg("emailLinkIdp3")}</a></p>
  </#if>
</@layout.registrationLayout>
