<#import "template.ftl" as layout>
<#import "portal.ftl" as portal>
<#-- Never linked without proof: the account's owner confirms by the link in a mail, or by the account's password. -->
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("confirmLinkIdpTitle")}
  <#elseif section = "form">
    <p class="lead">${message.summary!""}</p>
    <p>${msg("confirmLinkIdpText")}</p>
    <form id="kc-register-form" action="${url.loginAction}" method="post">
      <p class="actions"><button class="button button-primary" type="submit" name="submitAction" id="linkAccount" value="linkAccount">${msg("confirmLinkIdpContinue", idpDisplayName!"")}</button></p>
    </form>
    <section class="after">
      <p>${msg("confirmLinkIdpNotMe")}</p>
      <#if portal.url()?has_content><p><a href="${portal.askForAccess()}">${msg("askForAccess")}</a></p></#if>
    </section>
  </#if>
</@layout.registrationLayout>
