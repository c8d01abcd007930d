<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=(message?has_content && message.type == "error"); section>
  <#if section = "header">${msg("emailVerifyTitle")}
  <#elseif section = "form">
    <p class="lead"><#if verifyEmail??>${msg("emailVerifyInstruction1", verifyEmail)}<#else>${msg("emailVerifyInstruction4", user.email)}</#if></p>
    <#if isAppInitiatedAction??>
      <form id="kc-verify-email-form" action="${url.loginAction}" method="post">
        <@buttons.actionGroup>
          <@buttons.button label=(verifyEmail??)?then("emailVerifyResend", "emailVerifySend")/>
          <button class="button button-secondary" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button>
        </@buttons.actionGroup>
      </form>
    <#else>
      <p>${msg("emailVerifyInstruction2")} <a href="${url.loginAction}">${msg("emailVerifyResend")}</a></p>
    </#if>
  </#if>
</@layout.registrationLayout>
