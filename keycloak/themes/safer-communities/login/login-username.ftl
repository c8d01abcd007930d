<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "icons.ftl" as icons>
<#import "portal.ftl" as portal>
<#import "social-providers.ftl" as identityProviders>
<#-- Keycloak's own words for an address of a registered domain that has no account yet -->
<#assign noAccountYet = message?has_content && message.summary?starts_with("Your email domain matches")>
<@layout.registrationLayout displayMessage=!noAccountYet && !messagesPerField.existsError("username"); section>
  <#if section = "header">${msg("loginAccountTitle")}
  <#elseif section = "lead"><p class="lead">${msg("emailFirstLead")}</p>
  <#elseif section = "form">
    <#if noAccountYet>
      <@layout.alert "info">
        <p>${msg("noAccountYet")}</p>
        <#if portal.url()?has_content><p><a href="${portal.askForAccess(login.username!"")}">${msg("askForAccess")}</a></p></#if>
      </@layout.alert>
    </#if>
    <#if realm.password>
    <form id="kc-form-login" action="${url.loginAction}" method="post">
      <@field.input name="username" label=msg("email") type="email" hint=msg("emailHint") value=login.username!"" required=true autofocus=true autocomplete="username" missing=msg("missingEmailMessage")/>
      <@buttons.actionGroup><@buttons.button id="kc-login" name="login" label="doContinue"/></@buttons.actionGroup>
    </form>
    </#if>
    <section class="after" aria-labelledby="next">
      <h2 id="next">${msg("nextTitle")}</h2>
      <ul class="ways">
        <li><@icons.icon "building"/><p><strong>${msg("nextAgency")}</strong> ${msg("nextAgencyText")}</p></li>
        <li><@icons.icon "key"/><p><strong>${msg("nextPassword")}</strong> ${msg("nextPasswordText")}</p></li>
      </ul>
      <#if portal.url()?has_content><p><a class="strong" href="${portal.askForAccess()}">${msg("agencyNotKnown")}</a></p></#if>
    </section>
  <#elseif section = "socialProviders">
    <#if realm.password && social.providers?? && social.providers?has_content><@identityProviders.show social=social/></#if>
  </#if>
</@layout.registrationLayout>
